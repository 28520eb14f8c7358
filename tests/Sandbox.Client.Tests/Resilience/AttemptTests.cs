using System.Net;
using Microsoft.Extensions.Time.Testing;
using Polly;
using Polly.Retry;
using Sandbox.Client.Errors;
using Sandbox.Client.Models;
using Sandbox.Client.Resilience;
using Sandbox.Client.Tests.Support;

namespace Sandbox.Client.Tests.Resilience;

/// <summary>What one attempt checks before it begins, and leaves behind when it ends.</summary>
public sealed class AttemptTests
{
    private readonly VirtualTime _time = new();

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public async Task The_time_that_is_left_is_looked_at_after_every_wait(int ticks, bool isLeft)
    {
        // The wait of 7 s takes 100 s, or the shortest time less: a machine that slept, whose timers have not noticed.
        _time.JumpAtWaits(TimeSpan.FromSeconds(93) + TimeSpan.FromTicks(ticks));
        var handler = new AnswerHandler(AnswerHandler.Answer(HttpStatusCode.ServiceUnavailable, "busy", "7"), AnswerHandler.Answer(HttpStatusCode.OK, Wire.Sandbox()));
        using var client = Client(handler);

        var error = await Record.ExceptionAsync(() => client.GetAsync("a"));

        Assert.Equal(isLeft ? 2 : 1, handler.Requests);
        if (isLeft)
        {
            Assert.Null(error);
            return;
        }

        var failure = Assert.IsType<SandboxRequestTimeoutException>(error);
        Assert.Equal((1, TimeSpan.FromSeconds(100), true), (failure.Attempts, failure.Elapsed, failure.IsTransient));
        Assert.Equal("sandboxes.get failed: it took longer than 100 s (OperationTimeout). Nothing was changed.", failure.Message);
    }

    [Fact]
    public async Task A_creation_whose_time_is_over_before_it_ever_left_is_known_not_to_have_happened()
    {
        _time.JumpAtWaits(TimeSpan.FromSeconds(100));
        using var client = Client(new AnswerHandler(AnswerHandler.Failure(new HttpRequestException(HttpRequestError.ConnectionError))));

        var error = await Assert.ThrowsAsync<SandboxRequestTimeoutException>(() => client.CreateAsync(new CreateSandboxRequest()));

        Assert.Equal((1, OperationOutcome.Definite), (error.Attempts, error.Outcome));
        Assert.Equal("sandboxes.create failed: it took longer than 100 s (OperationTimeout). The request never left.", error.Message);
    }

    [Fact]
    public async Task A_change_whose_time_is_over_after_a_lost_answer_is_unknown()
    {
        _time.JumpAtWaits(TimeSpan.FromSeconds(100));
        using var client = Client(new AnswerHandler(AnswerHandler.Answer(HttpStatusCode.GatewayTimeout)));

        var error = await Assert.ThrowsAsync<SandboxRequestTimeoutException>(() => client.DeleteAsync("a"));

        Assert.Equal((1, OperationOutcome.Unknown), (error.Attempts, error.Outcome));
        Assert.EndsWith("Whether the server did it is not known; doing it again does no harm.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_without_a_time_limit_may_take_any_time()
    {
        _time.JumpAtWaits(TimeSpan.FromDays(100));
        var handler = new AnswerHandler(AnswerHandler.Answer(HttpStatusCode.BadGateway), AnswerHandler.Answer(HttpStatusCode.OK, Wire.Sandbox("a")));
        using var client = new SandboxClient(handler, new SandboxClientOptions { TimeProvider = _time, OperationTimeout = Timeout.InfiniteTimeSpan });

        Assert.Equal("a", (await client.GetAsync("a")).Id);
    }

    [Fact]
    public async Task What_is_cancelled_before_it_begins_never_leaves_without_a_policy_either()
    {
        var handler = new AnswerHandler(AnswerHandler.Answer(HttpStatusCode.OK));
        using var client = new SandboxClient(handler, new SandboxClientOptions { ResiliencePipeline = ResiliencePipeline<HttpResponseMessage>.Empty });

        var error = await Assert.ThrowsAsync<SandboxOperationCanceledException>(() => client.CreateAsync(new CreateSandboxRequest(), new CancellationToken(canceled: true)));

        Assert.Equal((OperationOutcome.Definite, 0), (error.Outcome, handler.Requests));
        Assert.Equal("sandboxes.create was cancelled. The request never left.", error.Message);
    }

    [Fact]
    public async Task A_creation_that_is_cancelled_after_it_left_is_unknown()
    {
        var handler = new GateHandler(_ => "");
        using var source = new CancellationTokenSource();
        using var client = Client(handler);

        var call = client.CreateAsync(new CreateSandboxRequest(), source.Token);
        await handler.ArrivalAsync();
        await source.CancelAsync();
        var error = await Assert.ThrowsAsync<SandboxOperationCanceledException>(() => call);

        Assert.Equal((source.Token, OperationOutcome.Unknown, "sandboxes.create"), (error.CancellationToken, error.Outcome, error.Operation));
        Assert.Equal("sandboxes.create was cancelled. Whether it was made is not known: look for it in the list before you make another.", error.Message);
    }

    [Fact]
    public async Task A_change_that_was_lost_and_then_did_not_leave_stays_unknown()
    {
        using var client = Client(new AnswerHandler(
            AnswerHandler.Failure(new HttpRequestException(HttpRequestError.ResponseEnded)),
            AnswerHandler.Failure(new HttpRequestException(HttpRequestError.ConnectionError))));

        var error = await Assert.ThrowsAsync<SandboxConnectionException>(() => client.DeleteAsync("a"));

        Assert.Equal((OperationOutcome.Unknown, 4), (error.Outcome, error.Attempts));
    }

    [Fact]
    public async Task A_failure_at_the_moment_of_the_timeout_is_what_it_is()
    {
        var time = new FakeTimeProvider();
        using var client = new SandboxClient(
            new AnswerHandler(() =>
            {
                time.Advance(TimeSpan.FromSeconds(30));
                throw new HttpRequestException(HttpRequestError.ConnectionError);
            }),
            new SandboxClientOptions { TimeProvider = time, Retry = { MaxRetries = 0 } });

        Assert.Equal(OperationOutcome.Definite, (await Assert.ThrowsAsync<SandboxConnectionException>(() => client.GetAsync("a"))).Outcome);
    }

    [Fact]
    public async Task An_answer_that_breaks_is_let_go_before_the_next_attempt()
    {
        var broken = new BrokenContent();
        var wasReleased = false;
        using var client = Client(new AnswerHandler(
            () => new HttpResponseMessage { Content = broken },
            () =>
            {
                wasReleased = broken.IsReleased;
                return AnswerHandler.Answer(HttpStatusCode.OK, Wire.Sandbox())();
            }));

        await client.GetAsync("a");

        Assert.True(wasReleased);
    }

    [Fact]
    public async Task A_policy_of_ones_own_can_not_repeat_a_creation_that_its_caller_cancelled()
    {
        using var source = new CancellationTokenSource();
        var handler = new AnswerHandler(() =>
        {
            source.Cancel();
            return AnswerHandler.Answer(HttpStatusCode.BadGateway)();
        });
        using var client = new SandboxClient(handler, new SandboxClientOptions
        {
            TimeProvider = _time,
            ResiliencePipeline = new ResiliencePipelineBuilder<HttpResponseMessage>()
                .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
                {
                    Delay = TimeSpan.Zero,
                    ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome.Result is { IsSuccessStatusCode: false }),
                })
                .Build(),
        });

        var error = await Assert.ThrowsAsync<SandboxOperationCanceledException>(() => client.CreateAndWaitAsync(new CreateSandboxRequest(), cancellationToken: source.Token));

        Assert.Equal((source.Token, OperationOutcome.Unknown, 1), (error.CancellationToken, error.Outcome, handler.Requests));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_comes_back_to_the_callers_context(bool waitsForBody)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var context = new CountingContext();
        using var client = Client(waitsForBody ? new AnswerHandler(() => new HttpResponseMessage { Content = new GatedContent(gate.Task) }) : new GatedHandler(gate.Task));

        var call = context.Start(() => client.GetAsync("a"));
        gate.SetResult();
        await call;

        Assert.Equal(0, context.Posts);
    }

    // So long that a random part of it is hardly ever less than the millisecond that a timer counts, at which no clock jumps; three of them fit into an operation.
    private SandboxClient Client(HttpMessageHandler handler) =>
        new(handler, new SandboxClientOptions { TimeProvider = _time, Retry = new SandboxRetryOptions { BaseDelay = TimeSpan.FromSeconds(30), MaxDelay = TimeSpan.FromSeconds(30) } });

    private sealed class BrokenContent : HttpContent
    {
        public bool IsReleased { get; private set; }

        protected override Task<Stream> CreateContentReadStreamAsync() => throw new IOException("broken");

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new IOException("broken");

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            IsReleased = true;
            base.Dispose(disposing);
        }
    }

    private sealed class GatedContent(Task gate) : HttpContent
    {
        protected override async Task<Stream> CreateContentReadStreamAsync()
        {
            await gate.ConfigureAwait(false);
            return new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Wire.Sandbox()));
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    private sealed class GatedHandler(Task gate) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await gate.ConfigureAwait(false);
            return AnswerHandler.Answer(HttpStatusCode.OK, Wire.Sandbox())();
        }
    }

    /// <summary>The one thread of a window, as a count of what is sent to it.</summary>
    private sealed class CountingContext : SynchronizationContext
    {
        private int _posts;

        public int Posts => Volatile.Read(ref _posts);

        public T Start<T>(Func<T> action)
        {
            var before = Current;
            SetSynchronizationContext(this);
            try
            {
                return action();
            }
            finally
            {
                SetSynchronizationContext(before);
            }
        }

        public override void Post(SendOrPostCallback d, object? state)
        {
            Interlocked.Increment(ref _posts);
            base.Post(d, state);
        }
    }
}
