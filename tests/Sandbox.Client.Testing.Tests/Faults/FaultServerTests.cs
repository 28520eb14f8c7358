using System.Net;
using System.Net.Sockets;
using Sandbox.Client.Testing.Faults;

namespace Sandbox.Client.Testing.Tests.Faults;

public sealed class FaultServerTests
{
    [Fact]
    public async Task It_frees_its_port_and_ends_what_stalls()
    {
        await using var bed = await FaultBed.StartAsync(_ => Fault.Stall());
        var answers = Enumerable.Range(0, 100).Select(_ => bed.CreateAsync()).ToList();
        await bed.Server.WaitForRequestsAsync(100);
        Assert.Equal(100, bed.Server.OpenConnections);
        await bed.Server.DisposeAsync();
        Assert.Equal(0, bed.Server.OpenConnections);
        await Task.WhenAll(answers.Select(answer => Assert.ThrowsAsync<HttpRequestException>(() => answer)));
        using var listener = new TcpListener(IPAddress.Loopback, bed.Server.Endpoint.Port);
        listener.Start();
        Assert.Equal(0, bed.Effects);
    }

    [Fact]
    public async Task Disposing_ends_connections_that_are_idle_silent_or_refused()
    {
        await using var bed = await FaultBed.StartAsync();
        using var silent = await RawClient.ConnectAsync(bed.Server.Endpoint);
        Assert.Equal(HttpStatusCode.OK, await bed.CreatedStatusAsync());
        bed.Server.RefuseConnections();
        await bed.Server.DisposeAsync();
        await bed.Server.DisposeAsync();
        Assert.Empty(await silent.ReadToEndAsync());
        Assert.Throws<ObjectDisposedException>(bed.Server.RefuseConnections);
        Assert.Throws<ObjectDisposedException>(bed.Server.AcceptConnections);
        Assert.Single(bed.Server.Requests);
    }

    [Fact]
    public async Task Waiting_for_requests_counts_those_before()
    {
        await using var bed = await FaultBed.StartAsync();
        await bed.Server.WaitForRequestsAsync(0);
        var two = bed.Server.WaitForRequestsAsync(2);
        await bed.CreatedStatusAsync();
        Assert.False(two.IsCompleted);
        await bed.CreatedStatusAsync();
        await two;
        await bed.Server.WaitForRequestsAsync(1);

        using var stop = new CancellationTokenSource();
        var stopped = bed.Server.WaitForRequestsAsync(3, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);

        var never = bed.Server.WaitForRequestsAsync(3);
        await bed.Server.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => never);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => bed.Server.WaitForRequestsAsync(3));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => bed.Server.WaitForRequestsAsync(-1));
    }

    [Fact]
    public async Task A_choice_that_throws_is_an_answer_that_says_so()
    {
        await using var bed = await FaultBed.StartAsync(_ => throw new InvalidOperationException("no such case"));
        using var response = await bed.CreateAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("no such case", await response.Content.ReadAsStringAsync());
        Assert.Equal(0, bed.Effects);
    }

    [Fact]
    public async Task A_cancelled_start_throws()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => FaultServer.StartAsync(new Uri("http://127.0.0.1"), cancellationToken: new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task Thousands_of_requests_at_the_same_moment_are_held_and_answered()
    {
        await using var bed = await FaultBed.StartAsync(request => (request.Number % 4) switch
        {
            0 => Fault.Close(),
            1 => Fault.CloseAfterEffect(),
            2 => Fault.Answer(503),
            _ => null,
        });
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2_000).Select(async _ =>
        {
            try
            {
                return (int)await bed.CreatedStatusAsync();
            }
            catch (HttpRequestException)
            {
                return 0;
            }
        }));

        Assert.Equal([(0, 1_000), (200, 500), (503, 500)], outcomes.CountBy(status => status).Select(count => (count.Key, count.Value)).Order());
        Assert.Equal(1_000, bed.Effects);
        Assert.Equal(Enumerable.Range(1, 2_000), bed.Server.Requests.Select(request => request.Number));
    }
}
