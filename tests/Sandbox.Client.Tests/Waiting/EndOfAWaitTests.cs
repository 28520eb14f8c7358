using System.Net;
using Microsoft.Extensions.Time.Testing;
using Sandbox.Client.Errors;
using Sandbox.Client.Tests.Support;

namespace Sandbox.Client.Tests.Waiting;

/// <summary>Who waits together is told apart, and nothing goes on when nobody waits any more.</summary>
public sealed class EndOfAWaitTests
{
    [Fact]
    public async Task A_look_that_fails_after_the_last_has_left_is_observed()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var fail = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var unobserved = new List<Exception>();
        void Remember(object? sender, UnobservedTaskExceptionEventArgs arguments)
        {
            if (arguments.Exception.ToString().Contains("a look that fails late", StringComparison.Ordinal))
            {
                lock (unobserved)
                {
                    unobserved.Add(arguments.Exception);
                }
            }
        }

        TaskScheduler.UnobservedTaskException += Remember;
        try
        {
            await LeaveAsync(arrived, fail, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            for (var i = 0; i < 10; i++)
            {
                await Task.Yield();
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Remember;
        }

        lock (unobserved)
        {
            Assert.Empty(unobserved);
        }
    }

    [Fact]
    public async Task A_pause_that_the_server_asked_for_is_not_cut_by_one_more_who_waits()
    {
        var looks = 0;
        var paused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var time = new SignallingTime(TimeSpan.FromSeconds(31), paused);
        using var client = new SandboxClient(
            new FunctionHandler(_ => Interlocked.Increment(ref looks) == 1
                ? AnswerHandler.Answer(HttpStatusCode.ServiceUnavailable, "no", "31")()
                : AnswerHandler.Answer(HttpStatusCode.OK, Wire.Sandbox("a"))()),
            new SandboxClientOptions { TimeProvider = time, OperationTimeout = Timeout.InfiniteTimeSpan, AttemptTimeout = Timeout.InfiniteTimeSpan });

        var first = client.WaitUntilRunningAsync("a", Timeout.InfiniteTimeSpan);
        await paused.Task;
        var others = Enumerable.Range(0, 20).Select(_ => client.WaitUntilRunningAsync("a", Timeout.InfiniteTimeSpan)).ToList();
        var looksWhilePaused = Volatile.Read(ref looks);
        time.Advance(TimeSpan.FromSeconds(31));
        await Task.WhenAll([first, .. others]);

        Assert.Equal((1, 2), (looksWhilePaused, looks));
    }

    [Fact]
    public async Task Each_who_waits_has_an_exception_of_his_own()
    {
        var handler = new GateHandler(_ => "{}");
        using var client = new SandboxClient(handler, new SandboxClientOptions { TimeProvider = new FakeTimeProvider() });
        var waits = new[] { client.WaitUntilRunningAsync("a"), client.WaitUntilRunningAsync("a") };
        await handler.ArrivalAsync();
        handler.Open();

        var first = await Assert.ThrowsAsync<SandboxResponseException>(() => waits[0]);
        var second = await Assert.ThrowsAsync<SandboxResponseException>(() => waits[1]);

        Assert.NotSame(first, second);
        Assert.Equal((1, 1, first.Message), (first.Attempts, second.Attempts, second.Message));
    }

    [Fact]
    public async Task A_time_out_counts_its_looks_and_its_time()
    {
        var time = new VirtualTime();
        time.IsTimeout(TimeSpan.FromSeconds(1));
        var handler = new AnswerHandler(AnswerHandler.Answer(HttpStatusCode.OK, Wire.Sandbox("a", status: "pending")));
        using var client = new SandboxClient(handler, new SandboxClientOptions { TimeProvider = time });

        var error = await Assert.ThrowsAsync<SandboxWaitTimeoutException>(() => client.WaitUntilRunningAsync("a", TimeSpan.FromSeconds(1)));

        Assert.InRange(error.Attempts, 3, handler.Requests);
        Assert.True(error.Elapsed >= TimeSpan.FromSeconds(1));
    }

    // Apart, so that nothing on the stack keeps the task of the looks alive.
    private static async Task LeaveAsync(TaskCompletionSource arrived, TaskCompletionSource fail, TaskCompletionSource thrown)
    {
        var handler = new FunctionHandler(async _ =>
        {
            arrived.SetResult();
            await fail.Task;
            thrown.SetResult();
            throw new HttpRequestException("a look that fails late");
        });
        var client = new SandboxClient(handler, new SandboxClientOptions { TimeProvider = new FakeTimeProvider() });
        using var source = new CancellationTokenSource();
        var wait = client.WaitUntilRunningAsync("a", cancellationToken: source.Token);
        await arrived.Task;
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
        fail.SetResult();
        await thrown.Task;
    }
}
