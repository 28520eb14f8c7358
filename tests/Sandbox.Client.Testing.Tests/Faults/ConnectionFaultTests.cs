using System.Net;
using Sandbox.Client.Testing.Faults;

namespace Sandbox.Client.Testing.Tests.Faults;

public sealed class ConnectionFaultTests
{
    public static TheoryData<Fault, int> Broken => new()
    {
        { Fault.Close(), 0 },
        { Fault.Reset(), 0 },
        { Fault.CloseAfterEffect(), 1 },
        { Fault.CloseAfter(0), 1 },
        { Fault.CloseAfter(17), 1 },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_broken_exchange_has_an_effect_or_not_and_the_next_request_passes(Fault fault, int effects)
    {
        await using var bed = await FaultBed.StartAsync(fault);
        await Assert.ThrowsAsync<HttpRequestException>(() => bed.CreateAsync());
        Assert.Equal(effects, bed.Effects);
        Assert.Equal(HttpStatusCode.OK, await bed.CreatedStatusAsync());
        Assert.Equal(effects + 1, bed.Effects);
        Assert.Equal([1, 2], bed.Server.Requests.Select(request => request.Connection));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Closing_ends_in_order_and_a_reset_does_not(bool isReset)
    {
        await using var bed = await FaultBed.StartAsync(isReset ? Fault.Reset() : Fault.Close());
        using var client = await RawClient.ConnectAsync(bed.Server.Endpoint);
        await client.SendAsync(RawClient.Create);
        Assert.Equal(!isReset, await client.EndsInOrderAsync());
    }

    [Fact]
    public async Task Every_cut_delivers_exactly_its_bytes()
    {
        await using var bed = await FaultBed.StartAsync(request => Fault.CloseAfter(request.Number - 1));
        const int unknown = 10_000;
        var complete = unknown;
        for (var n = 0; n <= complete + 1; n++)
        {
            var got = await RawClient.ReadToEndAsync(bed.Server.Endpoint, RawClient.List);
            Assert.Equal(Math.Min(n, complete), got.Length);
            if (complete == unknown && got.AsSpan().EndsWith("""{"sandboxes":[]}"""u8))
            {
                complete = n;
            }
        }

        Assert.InRange(complete, 100, unknown - 1);
    }

    [Fact]
    public async Task A_stall_sends_its_bytes_and_then_nothing_until_the_server_ends()
    {
        await using var bed = await FaultBed.StartAsync(Fault.StallAfter(15));
        using var client = await RawClient.ConnectAsync(bed.Server.Endpoint);
        await client.SendAsync(RawClient.Create);
        Assert.Equal("HTTP/1.1 200 OK", await client.ReadAsync(15));
        Assert.Equal(1, bed.Effects);
        Assert.Equal(1, bed.Server.OpenConnections);
        await bed.Server.DisposeAsync();
        Assert.Empty(await client.ReadToEndAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_that_never_begins_holds_the_client_only_as_long_as_it_likes(bool passes)
    {
        await using var bed = await FaultBed.StartAsync(passes ? Fault.StallAfter(0) : Fault.Stall());
        using var leaves = new CancellationTokenSource();
        var answer = bed.CreateAsync(cancellationToken: leaves.Token);
        await bed.Server.WaitForRequestsAsync(1);
        Assert.Equal(HttpStatusCode.OK, await bed.CreatedStatusAsync()); // The server goes on beside it.
        Assert.False(answer.IsCompleted);
        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        Assert.InRange(bed.Effects, 1, passes ? 2 : 1);
    }

    [Fact]
    public async Task A_dropped_connection_gives_a_whole_answer_and_announces_nothing()
    {
        await using var bed = await FaultBed.StartAsync(Fault.DropConnectionAfter());
        var text = System.Text.Encoding.Latin1.GetString(await RawClient.ReadToEndAsync(bed.Server.Endpoint, RawClient.List));
        Assert.EndsWith("""{"sandboxes":[]}""", text, StringComparison.Ordinal);
        Assert.DoesNotContain("connection:", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Requests_say_which_connection_they_came_on()
    {
        await using var bed = await FaultBed.StartAsync();
        Assert.Equal(HttpStatusCode.OK, await bed.CreatedStatusAsync());
        Assert.Equal(HttpStatusCode.OK, await bed.CreatedStatusAsync());
        using var other = bed.CreateClient();
        await other.GetStringAsync("namespaces");
        Assert.Equal([(1, 1, 1), (2, 1, 2), (3, 2, 1)], bed.Server.Requests.Select(r => (r.Number, r.Connection, r.NumberOnConnection)));
        Assert.Equal(2, bed.Server.OpenConnections);
        Assert.Equal(2, bed.Effects);
    }

    [Fact]
    public async Task Refused_connections_are_accepted_again_on_the_same_port()
    {
        await using var bed = await FaultBed.StartAsync();
        bed.Server.RefuseConnections();
        bed.Server.RefuseConnections();
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => bed.CreateAsync());
        Assert.Equal(HttpRequestError.ConnectionError, refused.HttpRequestError);
        bed.Server.AcceptConnections();
        bed.Server.AcceptConnections();
        Assert.Equal(HttpStatusCode.OK, await bed.CreatedStatusAsync());
        bed.Server.RefuseConnections();
        Assert.Equal(HttpStatusCode.OK, await bed.CreatedStatusAsync()); // The open one stays.
        Assert.Equal(2, bed.Server.Requests.Count);
    }

    [Fact]
    public async Task Connections_closed_at_once_never_get_to_a_request()
    {
        await using var bed = await FaultBed.StartAsync();
        bed.Server.CloseNewConnections = true;
        using var client = await RawClient.ConnectAsync(bed.Server.Endpoint);
        Assert.True(await client.EndsInOrderAsync());
        bed.Server.CloseNewConnections = false;
        Assert.Equal(HttpStatusCode.OK, await bed.CreatedStatusAsync());
        Assert.Single(bed.Server.Requests);
    }
}
