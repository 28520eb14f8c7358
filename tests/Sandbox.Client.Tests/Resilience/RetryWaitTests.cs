using System.Globalization;
using System.Net;
using Microsoft.Extensions.Logging.Testing;
using Polly;
using Polly.Retry;
using Sandbox.Client.Errors;
using Sandbox.Client.Models;
using Sandbox.Client.Resilience;
using Sandbox.Client.Tests.Support;

namespace Sandbox.Client.Tests.Resilience;

/// <summary>How long is waited, and when that ends.</summary>
public sealed class RetryWaitTests
{
    // So long that a random part of it is hardly ever less than the millisecond that a timer counts: then there is no wait to see.
    private static readonly TimeSpan LongDelay = TimeSpan.FromSeconds(90);

    private readonly VirtualTime _time = new();

    [Fact]
    public async Task The_longest_wait_doubles_and_each_is_a_random_part_of_it()
    {
        var waits = new List<double[]>();
        for (var i = 0; i < 50; i++)
        {
            var time = new VirtualTime();
            await FailAsync(
                time, new SandboxRetryOptions { MaxRetries = 4, BaseDelay = TimeSpan.FromSeconds(200), MaxDelay = TimeSpan.FromSeconds(1000) }, AnswerHandler.Answer(HttpStatusCode.BadGateway));
            waits.Add([.. time.Waits.Select(wait => wait.TotalSeconds)]);
        }

        double[] longest = [200, 400, 800, 1000];
        Assert.All(waits, each => Assert.All(each.Zip(longest), wait => Assert.InRange(wait.First, 0, wait.Second)));
        // Full jitter: from nothing to everything, not around a middle.
        Assert.All(Enumerable.Range(0, 4), retry => Assert.True(waits.Min(each => each[retry]) < longest[retry] / 4));
        Assert.All(Enumerable.Range(0, 4), retry => Assert.True(waits.Max(each => each[retry]) > longest[retry] * 3 / 4));
    }

    [Theory]
    [InlineData("7", 7.0)]
    [InlineData("59", 59.0)]
    [InlineData("3600", 60.0)]
    [InlineData("Fri, 01 Jan 1999 00:00:00 GMT", null)]
    [InlineData("0", null)]
    [InlineData("-5", null)]
    [InlineData("soon", null)]
    [InlineData("99999999999999999999", 60.0)]
    public async Task What_the_server_asks_for_is_obeyed_up_to_a_minute(string retryAfter, double? obeyed)
    {
        var error = await FailAsync(_time, new SandboxRetryOptions { MaxRetries = 1, BaseDelay = LongDelay, MaxDelay = LongDelay }, AnswerHandler.Answer(HttpStatusCode.ServiceUnavailable, "busy", retryAfter));

        Assert.Equal(2, error.Attempts);
        Assert.InRange(Assert.Single(_time.Waits).TotalSeconds, obeyed ?? 0, obeyed ?? LongDelay.TotalSeconds);
        Assert.Equal(_time.Waits[0], error.Elapsed);
    }

    [Fact]
    public async Task A_date_is_read_against_the_clock_of_the_options()
    {
        var date = _time.GetUtcNow().AddSeconds(20).ToString("R", CultureInfo.InvariantCulture);

        var error = await FailAsync(_time, new SandboxRetryOptions { MaxRetries = 1 }, AnswerHandler.Answer(HttpStatusCode.TooManyRequests, "busy", date));

        Assert.Equal([TimeSpan.FromSeconds(20)], _time.Waits);
        Assert.Equal(2, error.Attempts);
    }

    [Fact]
    public async Task A_wait_that_would_outlast_the_operation_is_not_begun()
    {
        var handler = new AnswerHandler(AnswerHandler.Answer(HttpStatusCode.ServiceUnavailable, "busy", "45"));
        using var client = Client(handler, new SandboxRetryOptions());

        // 45 s, 45 s, and a third wait would end after 100 s.
        var error = await Assert.ThrowsAsync<SandboxServerException>(() => client.GetAsync("a"));

        Assert.Equal([TimeSpan.FromSeconds(45), TimeSpan.FromSeconds(45)], _time.Waits);
        Assert.Equal((3, TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(45)), (error.Attempts, error.Elapsed, error.RetryAfter!.Value));
    }

    [Fact]
    public async Task A_wait_that_would_end_with_the_operation_is_not_begun_either()
    {
        using var client = Client(new AnswerHandler(AnswerHandler.Answer(HttpStatusCode.ServiceUnavailable, "busy", "50")), new SandboxRetryOptions());

        var error = await Assert.ThrowsAsync<SandboxServerException>(() => client.GetAsync("a"));

        Assert.Equal([TimeSpan.FromSeconds(50)], _time.Waits);
        Assert.Equal((2, TimeSpan.FromSeconds(50)), (error.Attempts, error.Elapsed));
    }

    [Fact]
    public async Task A_handler_of_ones_own_that_limits_the_rate_is_obeyed_as_a_server_is()
    {
        var limited = new SandboxRateLimitedException("Too many.") { IsTransient = true, RetryAfter = TimeSpan.FromSeconds(7) };

        var error = await FailAsync(_time, new SandboxRetryOptions { MaxRetries = 1 }, AnswerHandler.Failure(limited));

        Assert.Same(limited, error);
        Assert.Equal([TimeSpan.FromSeconds(7)], _time.Waits);
    }

    [Fact]
    public async Task A_failure_that_nobody_knows_is_not_repeated()
    {
        var handler = new AnswerHandler(AnswerHandler.Failure(new NotSupportedException()));
        using var client = Client(handler, new SandboxRetryOptions());

        var error = await Assert.ThrowsAsync<SandboxException>(() => client.GetAsync("a"));

        Assert.IsType<NotSupportedException>(error.InnerException);
        Assert.Equal(1, handler.Requests);
    }

    [Theory]
    [InlineData(false, "status 502")]
    [InlineData(true, "SandboxConnectionException")]
    public async Task Each_repetition_is_logged_with_its_reason_and_its_wait(bool isConnection, string reason)
    {
        var log = new FakeLogCollector();
        using var loggers = new FakeLoggerFactory(log);
        var handler = new AnswerHandler(
            isConnection ? AnswerHandler.Failure(new HttpRequestException(HttpRequestError.ConnectionError)) : AnswerHandler.Answer(HttpStatusCode.BadGateway),
            AnswerHandler.Answer(HttpStatusCode.OK, Wire.Sandbox()));
        using var client = new SandboxClient(handler, new SandboxClientOptions
        {
            TimeProvider = _time,
            LoggerFactory = loggers,
            Retry = new SandboxRetryOptions { BaseDelay = LongDelay, MaxDelay = LongDelay },
        });

        await client.GetAsync("a");

        var record = Assert.Single(log.GetSnapshot(), record => record.Id.Name == "AttemptFailed");
        // Timers count whole milliseconds.
        Assert.StartsWith(
            string.Create(CultureInfo.InvariantCulture, $"sandboxes.get: attempt 1 failed ({reason}); the next one is made in {_time.Waits[0].TotalMilliseconds}"),
            record.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_all_calls_may_repeat_together_is_limited()
    {
        var handler = new AnswerHandler(AnswerHandler.Answer(HttpStatusCode.ServiceUnavailable, "busy"));
        using var client = Client(handler, new SandboxRetryOptions { Budget = 5, BaseDelay = TimeSpan.Zero });

        var errors = new List<SandboxServerException>();
        for (var call = 0; call < 20; call++)
        {
            errors.Add(await Assert.ThrowsAsync<SandboxServerException>(() => client.GetAsync("a")));
        }

        Assert.Equal([4, 3, .. Enumerable.Repeat(1, 18)], errors.Select(error => error.Attempts));
        Assert.Equal(25, handler.Requests);
    }

    [Fact]
    public async Task Ten_calls_that_succeed_earn_one_repetition()
    {
        var fails = true;
        var handler = new AnswerHandler(() => (fails ? AnswerHandler.Answer(HttpStatusCode.BadGateway) : AnswerHandler.Answer(HttpStatusCode.OK, Wire.Sandbox()))());
        using var client = Client(handler, new SandboxRetryOptions { Budget = 1, BaseDelay = TimeSpan.Zero });

        Assert.Equal(2, await AttemptsAsync());
        await SucceedAsync(9);
        Assert.Equal(1, await AttemptsAsync());
        await SucceedAsync(1);
        Assert.Equal(2, await AttemptsAsync());
        await SucceedAsync(1000);
        Assert.Equal(2, await AttemptsAsync());
        Assert.Equal(1, await AttemptsAsync());

        async Task<int> AttemptsAsync()
        {
            fails = true;
            return (await Assert.ThrowsAsync<SandboxServerException>(() => client.GetAsync("a"))).Attempts;
        }

        async Task SucceedAsync(int calls)
        {
            fails = false;
            for (var call = 0; call < calls; call++)
            {
                await client.GetAsync("a");
            }
        }
    }

    [Fact]
    public async Task Only_what_succeeds_at_once_earns_anything()
    {
        var answers = new Queue<HttpStatusCode>();
        var handler = new AnswerHandler(() => AnswerHandler.Answer(answers.Dequeue(), Wire.Sandbox())());
        using var client = Client(handler, new SandboxRetryOptions { Budget = 10, BaseDelay = TimeSpan.Zero });

        // Ten that succeed the second time, and ten refusals.
        for (var call = 0; call < 10; call++)
        {
            Assert.Equal(2, await RequestsAsync(HttpStatusCode.BadGateway, HttpStatusCode.OK));
            Assert.Equal(1, await RequestsAsync(HttpStatusCode.NotFound));
        }

        Assert.Equal(1, await RequestsAsync(HttpStatusCode.BadGateway));

        async Task<int> RequestsAsync(params HttpStatusCode[] script)
        {
            Array.ForEach(script, answers.Enqueue);
            var before = handler.Requests;
            await Record.ExceptionAsync(() => client.GetAsync("a"));
            return handler.Requests - before;
        }
    }

    [Fact]
    public async Task Cancelling_ends_a_wait_at_once_with_the_callers_token()
    {
        using var source = new CancellationTokenSource();
        var waits = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var handler = new AnswerHandler(AnswerHandler.Failure(new HttpRequestException(HttpRequestError.ConnectionError)));
        var time = new SignallingTime(TimeSpan.FromSeconds(5), waits);
        using var client = new SandboxClient(handler, new SandboxClientOptions
        {
            TimeProvider = time,
            OperationTimeout = Timeout.InfiniteTimeSpan,
            AttemptTimeout = Timeout.InfiniteTimeSpan,
            Retry = new SandboxRetryOptions { BaseDelay = TimeSpan.FromDays(1), MaxDelay = TimeSpan.FromDays(1) },
        });

        var call = client.CreateAsync(new CreateSandboxRequest(), source.Token);
        await waits.Task;
        await source.CancelAsync();
        var error = await Assert.ThrowsAsync<SandboxOperationCanceledException>(() => call);

        Assert.Equal((source.Token, OperationOutcome.Definite, "sandboxes.create"), (error.CancellationToken, error.Outcome, error.Operation));
        Assert.Equal(1, handler.Requests);
    }

    [Fact]
    public async Task What_is_cancelled_before_it_begins_never_left()
    {
        var handler = new AnswerHandler(AnswerHandler.Answer(HttpStatusCode.OK));
        using var client = Client(handler, new SandboxRetryOptions());

        var error = await Assert.ThrowsAsync<SandboxOperationCanceledException>(() => client.Pools.CreateSandboxAsync("p", new CancellationToken(canceled: true)));

        Assert.Equal((OperationOutcome.Definite, 0), (error.Outcome, handler.Requests));
    }

    [Fact]
    public async Task One_line_removes_the_policy()
    {
        var handler = new AnswerHandler(AnswerHandler.Answer(HttpStatusCode.BadGateway));
        using var client = new SandboxClient(handler, new SandboxClientOptions { ResiliencePipeline = ResiliencePipeline<HttpResponseMessage>.Empty });

        Assert.Equal(1, (await Assert.ThrowsAsync<SandboxServerException>(() => client.GetAsync("a"))).Attempts);
    }

    [Fact]
    public async Task One_line_replaces_the_policy()
    {
        var handler = new AnswerHandler(AnswerHandler.Failure(new HttpRequestException(HttpRequestError.ResponseEnded)), AnswerHandler.Answer(HttpStatusCode.Forbidden, "no"));
        using var client = new SandboxClient(handler, new SandboxClientOptions
        {
            ResiliencePipeline = new ResiliencePipelineBuilder<HttpResponseMessage>()
                .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
                {
                    Delay = TimeSpan.Zero,
                    ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome.Exception is SandboxConnectionException),
                })
                .Build(),
        });

        Assert.Equal(2, (await Assert.ThrowsAsync<SandboxPermissionDeniedException>(() => client.GetAsync("a"))).Attempts);
    }

    private SandboxClient Client(HttpMessageHandler handler, SandboxRetryOptions retry) => new(handler, new SandboxClientOptions { TimeProvider = _time, Retry = retry });

    private static async Task<SandboxException> FailAsync(VirtualTime time, SandboxRetryOptions retry, Func<HttpResponseMessage> answer)
    {
        using var client = new SandboxClient(new AnswerHandler(answer), new SandboxClientOptions { TimeProvider = time, Retry = retry, OperationTimeout = Timeout.InfiniteTimeSpan });
        return await Assert.ThrowsAnyAsync<SandboxException>(() => client.GetAsync("a"));
    }
}
