using System.Net;
using Polly;
using Sandbox.Client.Errors;
using Sandbox.Client.Tests.Support;

namespace Sandbox.Client.Tests.Resilience;

/// <summary>Time limits on the system's clock are kept and used again by later calls: one must not know of another.</summary>
public sealed class SharedDeadlineTests
{
    private readonly List<CancellationToken> _tokens = [];

    [Fact]
    public async Task A_time_limit_that_ran_out_ends_no_later_call()
    {
        using var client = new SandboxClient(new TokenHandler(HangAtFirst), new SandboxClientOptions { AttemptTimeout = TimeSpan.FromMilliseconds(20), Retry = { MaxRetries = 0 } });

        await Assert.ThrowsAsync<SandboxAttemptTimeoutException>(() => client.GetAsync("a"));
        await CallAgainAsync(client);

        Assert.True(_tokens[0].IsCancellationRequested);
    }

    [Fact]
    public async Task A_call_that_its_caller_cancelled_ends_no_later_call()
    {
        using var caller = new CancellationTokenSource();
        using var client = new SandboxClient(
            new TokenHandler(token =>
            {
                var answer = HangAtFirst(token);
                caller.Cancel();
                return answer;
            }),
            new SandboxClientOptions());

        await Assert.ThrowsAsync<OperationCanceledException>(() => client.GetAsync("a", caller.Token));
        await CallAgainAsync(client);

        Assert.True(_tokens[0].IsCancellationRequested);
    }

    [Fact]
    public async Task What_a_handler_left_on_a_token_is_not_run_by_a_later_call()
    {
        var ran = 0;
        using var client = new SandboxClient(
            new TokenHandler(token =>
            {
                token.Register(() => ran++);
                return Task.FromResult(Found());
            }),
            new SandboxClientOptions());
        await client.GetAsync("a");

        await CancelACallAsync();

        Assert.Equal(0, ran);
    }

    [Fact]
    public async Task The_token_of_a_list_that_is_read_on_is_not_that_of_a_later_call()
    {
        var token = CancellationToken.None;
        using var client = new SandboxClient(
            new TokenHandler(given =>
            {
                token = given;
                return Task.FromResult(AnswerHandler.Answer(HttpStatusCode.OK, Wire.List(Wire.Sandbox("a"), Wire.Sandbox("b")))());
            }),
            new SandboxClientOptions());
        await using var rows = client.ListAsync().GetAsyncEnumerator();
        Assert.True(await rows.MoveNextAsync());

        await CancelACallAsync();

        // A handler may have built the stream of the answer on it.
        Assert.False(token.IsCancellationRequested);
        Assert.True(await rows.MoveNextAsync());
    }

    [Fact]
    public void Time_limits_and_the_policy_allocate_nothing_where_nothing_goes_wrong()
    {
        using var limited = new SandboxClient(new TokenHandler(_ => Task.FromResult(Found())), new SandboxClientOptions());
        using var bare = new SandboxClient(
            new TokenHandler(_ => Task.FromResult(Found())),
            new SandboxClientOptions
            {
                OperationTimeout = Timeout.InfiniteTimeSpan,
                AttemptTimeout = Timeout.InfiniteTimeSpan,
                ResiliencePipeline = ResiliencePipeline<HttpResponseMessage>.Empty,
            });

        BytesOfACall(limited);
        BytesOfACall(bare);

        // One source with its timer and its registration would be 144 bytes at least, and there are two.
        Assert.InRange(BytesOfACall(limited) - BytesOfACall(bare), -100, 100);
    }

    // Whose sources are those of calls before it.
    private static async Task CancelACallAsync()
    {
        using var caller = new CancellationTokenSource();
        using var client = new SandboxClient(
            new TokenHandler(async token =>
            {
                await caller.CancelAsync();
                return await HangAsync(token);
            }),
            new SandboxClientOptions());
        await Assert.ThrowsAsync<OperationCanceledException>(() => client.GetAsync("a", caller.Token));
    }

    // The handler answers at once, so that all of a call happens on this thread.
    private static long BytesOfACall(SandboxClient client)
    {
        const int Calls = 500;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Calls; i++)
        {
            Assert.True(client.GetAsync("a").IsCompletedSuccessfully);
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / Calls;
    }

    private static async Task CallAgainAsync(SandboxClient client)
    {
        for (var i = 0; i < 100; i++)
        {
            Assert.Equal("a", (await client.GetAsync("a")).Id);
        }
    }

    private static HttpResponseMessage Found() => AnswerHandler.Answer(HttpStatusCode.OK, Wire.Sandbox("a"))();

    private static async Task<HttpResponseMessage> HangAsync(CancellationToken token)
    {
        await Task.Delay(Timeout.Infinite, token);
        return Found();
    }

    private Task<HttpResponseMessage> HangAtFirst(CancellationToken token)
    {
        _tokens.Add(token);
        Assert.False(token.IsCancellationRequested);
        return _tokens.Count == 1 ? HangAsync(token) : Task.FromResult(Found());
    }

    private sealed class TokenHandler(Func<CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => answer(cancellationToken);
    }
}
