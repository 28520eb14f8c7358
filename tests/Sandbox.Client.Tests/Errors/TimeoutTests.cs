using Microsoft.Extensions.Time.Testing;
using Sandbox.Client.Errors;
using Sandbox.Client.Models;
using Sandbox.Client.Tests.Support;

namespace Sandbox.Client.Tests.Errors;

/// <summary>Time-outs are different things and different errors; the caller's own cancellation is none of them.</summary>
public sealed class TimeoutTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly TaskCompletionSource _received = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task An_attempt_that_takes_too_long()
    {
        await using var server = StartSilent();
        using var client = server.CreateClient(options => options.TimeProvider = _time);

        var call = client.GetAsync("a");
        await _received.Task;
        _time.Advance(TimeSpan.FromSeconds(30));
        var error = await Assert.ThrowsAsync<SandboxAttemptTimeoutException>(() => call);

        Assert.Contains("30 s (AttemptTimeout)", error.Message, StringComparison.Ordinal);
        Assert.Equal(OperationOutcome.Unknown, error.Outcome);
        Assert.True(error.IsTransient);
    }

    [Fact]
    public async Task An_attempt_includes_its_body()
    {
        await using var server = RawServer.Start(async exchange =>
        {
            await exchange.SendAsync("HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{\"id\":");
            _received.SetResult();
            await exchange.WaitUntilClientLeavesAsync();
        });
        using var client = server.CreateClient(options => options.TimeProvider = _time);

        var call = client.GetAsync("a");
        await _received.Task;
        _time.Advance(TimeSpan.FromSeconds(30));

        await Assert.ThrowsAsync<SandboxAttemptTimeoutException>(() => call);
    }

    [Fact]
    public async Task An_operation_that_takes_too_long()
    {
        await using var server = StartSilent();
        using var client = server.CreateClient(options =>
        {
            options.TimeProvider = _time;
            options.AttemptTimeout = Timeout.InfiniteTimeSpan;
            options.OperationTimeout = TimeSpan.FromSeconds(5);
        });

        var call = client.CreateAsync(new CreateSandboxRequest());
        await _received.Task;
        _time.Advance(TimeSpan.FromSeconds(5));
        var error = await Assert.ThrowsAsync<SandboxRequestTimeoutException>(() => call);

        Assert.Contains("5 s (OperationTimeout)", error.Message, StringComparison.Ordinal);
        Assert.Equal(OperationOutcome.Unknown, error.Outcome);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_connection_that_is_never_made_is_tried_again_and_never_left(bool useHttp2)
    {
        using var server = await FullServer.StartAsync();
        using var client = new SandboxClient(new SandboxClientOptions
        {
            Endpoint = server.Endpoint,
            ConnectTimeout = TimeSpan.FromMilliseconds(50),
            UseHttp2 = useHttp2,
            TimeProvider = new VirtualTime(),
        });

        var error = await Assert.ThrowsAsync<SandboxConnectTimeoutException>(() => client.CreateAsync(new CreateSandboxRequest()));

        Assert.Equal((OperationOutcome.Definite, 4), (error.Outcome, error.Attempts));
    }

    [Fact]
    public async Task An_attempt_that_is_over_before_a_connection_is_made_proves_nothing()
    {
        using var server = await FullServer.StartAsync();
        using var client = new SandboxClient(new SandboxClientOptions { Endpoint = server.Endpoint, AttemptTimeout = TimeSpan.FromMilliseconds(50) });

        var error = await Assert.ThrowsAsync<SandboxAttemptTimeoutException>(() => client.CreateAsync(new CreateSandboxRequest()));

        Assert.Equal((OperationOutcome.Unknown, 1), (error.Outcome, error.Attempts));
    }

    [Fact]
    public async Task A_connection_that_takes_too_long_never_left()
    {
        // What SocketsHttpHandler throws when its own clock ends a connection.
        using var client = new SandboxClient(new ThrowingHandler(new TaskCanceledException("no", new TimeoutException())), new SandboxClientOptions { Retry = { MaxRetries = 0 } });

        var error = await Assert.ThrowsAsync<SandboxConnectTimeoutException>(() => client.CreateAsync(new CreateSandboxRequest()));

        Assert.Equal(OperationOutcome.Definite, error.Outcome);
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, OperationOutcome.Definite)]
    [InlineData(HttpRequestError.ConnectionError, OperationOutcome.Definite)]
    [InlineData(HttpRequestError.SecureConnectionError, OperationOutcome.Definite)]
    [InlineData(HttpRequestError.ProxyTunnelError, OperationOutcome.Definite)]
    [InlineData(HttpRequestError.ResponseEnded, OperationOutcome.Unknown)]
    [InlineData(HttpRequestError.Unknown, OperationOutcome.Unknown)]
    public async Task A_connection_that_fails_says_whether_the_request_left(HttpRequestError reason, OperationOutcome outcome)
    {
        using var client = new SandboxClient(new ThrowingHandler(new HttpRequestException(reason)), new SandboxClientOptions { Retry = { MaxRetries = 0 } });

        var error = await Assert.ThrowsAsync<SandboxConnectionException>(() => client.CreateAsync(new CreateSandboxRequest()));

        Assert.Equal(outcome, error.Outcome);
        Assert.True(error.IsTransient);
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_named()
    {
        var server = RawServer.Start("");
        var endpoint = server.Endpoint;
        await server.DisposeAsync();
        using var client = new SandboxClient(new SandboxClientOptions { Endpoint = endpoint, Retry = { MaxRetries = 0 } });

        var error = await Assert.ThrowsAsync<SandboxConnectionException>(() => client.GetAsync("a"));

        Assert.Contains($"nothing answers at {endpoint.GetLeftPart(UriPartial.Authority)}", error.Message, StringComparison.Ordinal);
        Assert.Equal(OperationOutcome.Definite, error.Outcome);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_that_ends_before_the_answer_leaves_a_creation_unknown(bool isReset)
    {
        await using var server = RawServer.Start(exchange =>
        {
            if (isReset)
            {
                exchange.Reset();
            }
            else
            {
                exchange.Close();
            }

            return Task.CompletedTask;
        });
        using var client = server.CreateClient();

        var creation = await Assert.ThrowsAsync<SandboxConnectionException>(() => client.CreateAsync(new CreateSandboxRequest()));
        var claim = await Assert.ThrowsAsync<SandboxConnectionException>(() => client.Pools.CreateSandboxAsync("p"));
        var deletion = await Assert.ThrowsAsync<SandboxConnectionException>(() => client.DeleteAsync("s"));

        Assert.All([creation, claim, deletion], error => Assert.Equal(OperationOutcome.Unknown, error.Outcome));
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task The_callers_cancellation_keeps_the_callers_token()
    {
        await using var server = StartSilent();
        using var client = server.CreateClient();
        using var source = new CancellationTokenSource();

        var call = client.GetAsync("a", source.Token);
        await _received.Task;
        await source.CancelAsync();
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);

        Assert.Equal(source.Token, error.CancellationToken);
    }

    private RawServer StartSilent() => RawServer.Start(async exchange =>
    {
        _received.TrySetResult();
        await exchange.WaitUntilClientLeavesAsync();
    });

    private sealed class ThrowingHandler(Exception error) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => throw error;
    }
}
