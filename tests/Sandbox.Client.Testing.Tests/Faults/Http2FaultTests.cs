using System.Net;
using Microsoft.Extensions.Time.Testing;
using Sandbox.Client.Testing.Faults;

namespace Sandbox.Client.Testing.Tests.Faults;

public sealed class Http2FaultTests
{
    private const string EmptyList = """{"sandboxes":[]}""";

    public static TheoryData<Fault, int> Broken => new()
    {
        { Fault.Close(), 0 },
        { Fault.Reset(), 0 },
        { Fault.CloseAfterEffect(), 1 },
        { Fault.CloseAfter(0), 1 },
        { Fault.CloseAfter(5), 1 },
    };

    public static TheoryData<Fault> Impossible => [Fault.Raw("x"u8.ToArray()), Fault.InformationalFirst()];

    [Fact]
    public async Task Requests_pass_untouched_and_share_a_connection()
    {
        await using var bed = await StartAsync(choose: null);
        var created = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => bed.CreatedStatusAsync()));
        Assert.All(created, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(100, bed.Effects);
        Assert.Equal(Enumerable.Range(1, 100), bed.Server.Requests.Select(request => request.Number));
        Assert.Equal(Enumerable.Range(1, 100), bed.Server.Requests.Select(request => request.NumberOnConnection).Order());
        Assert.All(bed.Server.Requests, request => Assert.Equal(1, request.Connection));
        Assert.Equal(1, bed.Server.OpenConnections);

        var untouched = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        using var direct = await bed.Http.GetAsync(new Uri($"{bed.Server.Endpoint}{FaultBed.Sandboxes}/%2E%2E?x=%zz", untouched));
        Assert.Equal(HttpVersion.Version20, direct.Version);
        Assert.Equal("Sandbox not found", await direct.Content.ReadAsStringAsync());
        Assert.Equal("text/plain; charset=utf-8", direct.Content.Headers.ContentType!.ToString());
        Assert.Equal($"/{FaultBed.Sandboxes}/%2E%2E?x=%zz", bed.Server.Requests[^1].Target);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_broken_exchange_resets_its_stream_only(Fault fault, int effects)
    {
        await using var bed = await StartAsync(request => request.Number == 1 ? fault : null);
        await Assert.ThrowsAsync<HttpRequestException>(() => bed.CreateAsync());
        Assert.Equal(effects, bed.Effects);
        Assert.Equal(HttpStatusCode.OK, await bed.CreatedStatusAsync());
        Assert.Equal([1, 1], bed.Server.Requests.Select(request => request.Connection));
    }

    [Fact]
    public async Task Every_cut_delivers_the_head_and_exactly_its_bytes_of_the_body()
    {
        await using var bed = await StartAsync(request => Fault.CloseAfter(request.Number - 1));
        for (var n = 0; n < 40; n++)
        {
            var (heads, bytes, isReset) = await RawHttp2Client.GetAsync(bed.Server.Endpoint, "/" + FaultBed.Sandboxes);
            Assert.Equal((1, Math.Min(n, EmptyList.Length), n < EmptyList.Length), (heads, bytes, isReset));
        }
    }

    [Fact]
    public async Task A_stall_holds_its_stream_until_the_client_leaves_or_the_server_ends()
    {
        await using var bed = await StartAsync(request => request.Number <= 2 ? Fault.Stall() : null);
        using var leaves = new CancellationTokenSource();
        var first = bed.CreateAsync(cancellationToken: leaves.Token);
        var second = bed.CreateAsync();
        await bed.Server.WaitForRequestsAsync(2);
        Assert.Equal(HttpStatusCode.OK, await bed.CreatedStatusAsync());
        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.False(second.IsCompleted);
        await bed.Server.DisposeAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => second);
        Assert.Equal(1, bed.Effects);
        Assert.Equal(0, bed.Server.OpenConnections);
    }

    [Fact]
    public async Task A_stall_within_the_body_sends_what_is_before_it()
    {
        await using var bed = await StartAsync(_ => Fault.StallAfter(5));
        using var response = await bed.Http.GetAsync(FaultBed.Sandboxes, HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync();
        await body.ReadExactlyAsync(new byte[5]);
        var next = body.ReadAsync(new byte[1]);
        Assert.False(next.IsCompleted);
        await bed.Server.DisposeAsync();
        await Assert.ThrowsAnyAsync<IOException>(async () => await next);
    }

    [Fact]
    public async Task A_stall_behind_the_end_of_an_answer_does_not_hold_the_connection_of_a_client_that_left()
    {
        await using var bed = await StartAsync(_ => Fault.StallAfter(EmptyList.Length));
        Assert.Equal(EmptyList, await bed.Http.GetStringAsync(FaultBed.Sandboxes));
        bed.Http.Dispose();
        Assert.True(SpinWait.SpinUntil(() => bed.Server.OpenConnections == 0, TimeSpan.FromSeconds(30)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_of_the_test_replaces_the_real_one(bool afterEffect)
    {
        (string, string)[] headers = [("retry-after", "7")];
        await using var bed = await StartAsync(_ => afterEffect ? Fault.AnswerAfterEffect(504, "late", "text/plain", headers) : Fault.Answer(504, "late", "text/plain", headers));
        using var response = await bed.CreateAsync();
        Assert.Equal(HttpStatusCode.GatewayTimeout, response.StatusCode);
        Assert.Equal("late", await response.Content.ReadAsStringAsync());
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(TimeSpan.FromSeconds(7), response.Headers.RetryAfter!.Delta);
        Assert.Equal(afterEffect ? 1 : 0, bed.Effects);
    }

    [Fact]
    public async Task A_dropped_connection_answers_and_is_not_used_again()
    {
        await using var bed = await StartAsync(request => request.Number == 1 ? Fault.DropConnectionAfter() : null);
        Assert.Equal(HttpStatusCode.OK, await bed.CreatedStatusAsync());
        while (bed.Server.Requests[^1].Connection == 1)
        {
            Assert.Equal(HttpStatusCode.OK, await bed.CreatedStatusAsync()); // Until it has seen the GOAWAY, the client may use the old connection.
        }

        Assert.Equal(bed.Server.Requests.Count, bed.Effects);
    }

    [Theory]
    [MemberData(nameof(Impossible))]
    public async Task A_fault_that_http2_cannot_have_says_so(Fault fault)
    {
        await using var bed = await StartAsync(_ => fault);
        using var response = await bed.CreateAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal($"The fault '{fault.Name}' can't be played with HTTP/2.", await response.Content.ReadAsStringAsync());
        Assert.Equal(0, bed.Effects);
    }

    [Fact]
    public async Task Bodies_are_long_or_slow_as_with_http1()
    {
        var clock = new FakeTimeProvider();
        await using var bed = await FaultBed.StartAsync(
            request => request.Number == 1 ? Fault.EndlessBody(3_000_001) : Fault.SlowBody(TimeSpan.FromSeconds(1)),
            options => (options.Http2, options.TimeProvider) = (true, clock));
        Assert.Equal(3_000_001, (await bed.Http.GetByteArrayAsync(FaultBed.Sandboxes)).Length);

        using var response = await bed.Http.GetAsync(FaultBed.Sandboxes, HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync();
        var one = new byte[1];
        foreach (var expected in EmptyList)
        {
            var read = body.ReadAsync(one);
            Assert.False(read.IsCompleted);
            clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(1, await read);
            Assert.Equal(expected, (char)one[0]);
        }
    }

    [Fact]
    public async Task Connections_are_refused_and_closed_as_with_http1()
    {
        await using var bed = await StartAsync(choose: null);
        bed.Server.RefuseConnections();
        await Assert.ThrowsAsync<HttpRequestException>(() => bed.CreateAsync());
        bed.Server.AcceptConnections();
        bed.Server.CloseNewConnections = true;
        await Assert.ThrowsAsync<HttpRequestException>(() => bed.CreateAsync());
        bed.Server.CloseNewConnections = false;
        Assert.Equal(HttpStatusCode.OK, await bed.CreatedStatusAsync());
        Assert.Single(bed.Server.Requests);
    }

    [Fact]
    public async Task Thousands_of_requests_at_the_same_moment_wait_for_their_streams()
    {
        await using var bed = await StartAsync(request => request.Number % 2 == 0 ? Fault.Answer(503) : null);
        var statuses = await Task.WhenAll(Enumerable.Range(0, 2_000).Select(_ => bed.CreatedStatusAsync()));
        Assert.Equal(1_000, statuses.Count(status => status == HttpStatusCode.OK));
        Assert.Equal(1_000, bed.Effects);
        Assert.Equal(2_000, bed.Server.Requests.Count);
    }

    private static Task<FaultBed> StartAsync(Func<FaultRequest, Fault?>? choose) => FaultBed.StartAsync(choose, options => options.Http2 = true);
}
