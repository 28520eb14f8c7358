using System.Net;
using Sandbox.Client.Errors;
using Sandbox.Client.Models;
using Sandbox.Client.Resilience;
using Sandbox.Client.Testing;
using Sandbox.Client.Tests.Support;

namespace Sandbox.Client.Tests.Creation;

/// <summary>Whatever happens on the way, no sandbox stays that nobody was told about.</summary>
public sealed class CreateAndWaitTests
{
    private static readonly CreateSandboxRequest Request = new() { Image = "i" };

    private readonly VirtualTime _time = new();

    [Fact]
    public async Task The_sandbox_runs_when_it_is_handed_over()
    {
        var progress = new Recorder<SandboxInfo>();
        await using var emulator = await StartAsync();
        using var client = Client(emulator, new HookHandler());

        var sandbox = await client.CreateAndWaitAsync(Request, progress: progress);

        Assert.Equal((SandboxStatus.Running, "i"), (sandbox.Status, sandbox.Image));
        Assert.Equal([SandboxStatus.Pending, SandboxStatus.Running], progress.Reports.Select(report => report.Status));
        Assert.Single(emulator.GetLiveSandboxes());
    }

    [Fact]
    public async Task What_does_not_run_in_time_is_deleted()
    {
        await using var emulator = await StartAsync(options => options.ExecutorCount = 0);
        using var client = Client(emulator, new HookHandler());

        var error = await Assert.ThrowsAsync<SandboxWaitTimeoutException>(() => client.CreateAndWaitAsync(Request));

        Assert.Equal(SandboxPendingReason.NoExecutorsAvailable, error.Sandbox!.PendingReason);
        Assert.Null(error.LeftBehindId);
        Assert.Empty(emulator.GetLiveSandboxes());
    }

    [Fact]
    public async Task What_ended_already_is_not_deleted_again()
    {
        await using var emulator = await StartAsync(options => options.StartupDelay = TimeSpan.FromHours(1));
        var handler = new HookHandler(async (request, send) =>
        {
            var answer = await send();
            if (request.Method == HttpMethod.Post)
            {
                emulator.RemoveExecutors();
            }

            return answer;
        });
        using var client = Client(emulator, handler);

        var error = await Assert.ThrowsAsync<SandboxTerminatedException>(() => client.CreateAndWaitAsync(Request));

        Assert.StartsWith("sandboxes.create failed after the sandbox was made; it has ended by itself. ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("DELETE", handler.Methods);
    }

    [Fact]
    public async Task Cancelling_the_wait_deletes()
    {
        await using var emulator = await StartAsync();
        using var source = new CancellationTokenSource();
        using var client = Client(emulator, new HookHandler(async (request, send) =>
        {
            if (request.Method == HttpMethod.Get)
            {
                await source.CancelAsync();
            }

            return await send();
        }));

        var error = await Assert.ThrowsAsync<SandboxOperationCanceledException>(() => client.CreateAndWaitAsync(Request, cancellationToken: source.Token));

        Assert.Equal((source.Token, OperationOutcome.Definite, "sandboxes.create"), (error.CancellationToken, error.Outcome, error.Operation));
        Assert.NotNull(error.Id);
        Assert.Null(error.CleanupFailure);
        Assert.Contains("is deleted again", error.Message, StringComparison.Ordinal);
        Assert.Empty(emulator.GetLiveSandboxes());
    }

    [Fact]
    public async Task Cancelling_a_creation_that_has_left_waits_for_its_id_and_deletes()
    {
        await using var emulator = await StartAsync();
        using var source = new CancellationTokenSource();
        var handler = new HookHandler(async (request, send) =>
        {
            var answer = await send();
            if (request.Method == HttpMethod.Post)
            {
                // The server has made it, and its answer is on the way.
                await source.CancelAsync();
            }

            return answer;
        });
        using var client = Client(emulator, handler);

        var error = await Assert.ThrowsAsync<SandboxOperationCanceledException>(() => client.CreateAndWaitAsync(Request, cancellationToken: source.Token));

        Assert.Equal((OperationOutcome.Definite, null), (error.Outcome, error.CleanupFailure));
        Assert.Equal(["POST", "DELETE"], handler.Methods);
        Assert.Empty(emulator.GetLiveSandboxes());
    }

    [Fact]
    public async Task An_answer_that_never_comes_is_waited_for_no_longer_than_the_time_to_clean_up()
    {
        using var source = new CancellationTokenSource();
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = RawServer.Start(async exchange =>
        {
            arrived.TrySetResult();
            await exchange.WaitUntilClientLeavesAsync();
        });
        // The clock runs ahead through the ten seconds, and through nothing else.
        using var client = server.CreateClient(options => options.TimeProvider = _time);

        var call = client.CreateAndWaitAsync(Request, cancellationToken: source.Token);
        await arrived.Task;
        await source.CancelAsync();
        _time.Advance(TimeSpan.FromSeconds(10));
        var error = await Assert.ThrowsAsync<SandboxOperationCanceledException>(() => call);

        Assert.Equal((source.Token, OperationOutcome.Unknown, null), (error.CancellationToken, error.Outcome, error.Id));
        Assert.Contains("look for it in the list", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_before_it_has_left_ends_at_once()
    {
        using var source = new CancellationTokenSource();
        var waits = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var handler = new AnswerHandler(AnswerHandler.Failure(new HttpRequestException(HttpRequestError.ConnectionError)));
        using var client = new SandboxClient(handler, new SandboxClientOptions
        {
            TimeProvider = new SignallingTime(TimeSpan.FromSeconds(5), waits),
            OperationTimeout = Timeout.InfiniteTimeSpan,
            AttemptTimeout = Timeout.InfiniteTimeSpan,
            Retry = new SandboxRetryOptions { BaseDelay = TimeSpan.FromDays(1), MaxDelay = TimeSpan.FromDays(1) },
        });

        // In the back-off after an attempt that never left; and before the first.
        var call = client.CreateAndWaitAsync(Request, cancellationToken: source.Token);
        await waits.Task;
        await source.CancelAsync();
        var late = await Assert.ThrowsAsync<SandboxOperationCanceledException>(() => call);
        var early = await Assert.ThrowsAsync<SandboxOperationCanceledException>(() => client.CreateAndWaitAsync(Request, cancellationToken: source.Token));

        Assert.Equal((OperationOutcome.Definite, OperationOutcome.Definite, 1), (late.Outcome, early.Outcome, handler.Requests));
    }

    [Fact]
    public async Task Cancelling_while_a_connection_is_made_ends_at_once()
    {
        using var server = await FullServer.StartAsync();
        using var source = new CancellationTokenSource();
        using var client = new SandboxClient(new SandboxClientOptions { Endpoint = server.Endpoint, CleanupTimeout = Timeout.InfiniteTimeSpan, ConnectTimeout = Timeout.InfiniteTimeSpan, TimeProvider = _time });

        var call = client.CreateAndWaitAsync(Request, cancellationToken: source.Token);
        var plain = client.CreateAsync(Request, source.Token);
        await source.CancelAsync();
        var error = await Assert.ThrowsAsync<SandboxOperationCanceledException>(() => call);

        Assert.Equal((OperationOutcome.Definite, source.Token), (error.Outcome, error.CancellationToken));
        await Assert.ThrowsAsync<SandboxOperationCanceledException>(() => plain);
    }

    [Fact]
    public async Task A_spent_budget_does_not_keep_a_deletion_from_being_repeated()
    {
        var deletions = 0;
        await using var emulator = await StartAsync(options => options.ExecutorCount = 0);
        using var client = new SandboxClient(
            new HookHandler((request, send) => request.Method == HttpMethod.Delete && ++deletions == 1 || request.RequestUri!.AbsolutePath == "/namespaces"
                ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable))
                : send()),
            new SandboxClientOptions { Endpoint = emulator.Endpoint, TimeProvider = _time, Retry = new SandboxRetryOptions { Budget = 1 } });
        await Assert.ThrowsAsync<SandboxServerException>(() => client.Namespaces.ListAsync().ToListAsync().AsTask());

        var error = await Assert.ThrowsAsync<SandboxWaitTimeoutException>(() => client.CreateAndWaitAsync(Request));

        Assert.Equal((2, null), (deletions, error.LeftBehindId));
        Assert.Empty(emulator.GetLiveSandboxes());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_deletion_that_fails_is_told(bool isCancelled)
    {
        await using var emulator = await StartAsync(options => options.ExecutorCount = 0);
        using var source = new CancellationTokenSource();
        using var client = Client(emulator, new HookHandler(async (request, send) =>
        {
            if (request.Method == HttpMethod.Get && isCancelled)
            {
                await source.CancelAsync();
            }

            return request.Method == HttpMethod.Delete ? new HttpResponseMessage(HttpStatusCode.Conflict) { Content = new StringContent("no") } : await send();
        }));

        var error = await Record.ExceptionAsync(() => client.CreateAndWaitAsync(Request, cancellationToken: source.Token));

        var left = Assert.Single(emulator.GetLiveSandboxes()).Id;
        var (id, failure) = error is SandboxOperationCanceledException cancelled
            ? (cancelled.Id, cancelled.CleanupFailure)
            : (Assert.IsType<SandboxWaitTimeoutException>(error).LeftBehindId, ((SandboxWaitTimeoutException)error).CleanupFailure);
        Assert.Equal(isCancelled, error is SandboxOperationCanceledException);
        Assert.Equal(left, id);
        Assert.IsType<SandboxConflictException>(failure);
        Assert.Contains(left, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deletion_that_hangs_ends_after_its_own_time()
    {
        _time.IsTimeout(TimeSpan.FromSeconds(10));
        await using var emulator = await StartAsync(options => options.ExecutorCount = 0);
        var deleting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var client = Client(emulator, new HookHandler((request, send) =>
        {
            if (request.Method != HttpMethod.Delete)
            {
                return send();
            }

            deleting.TrySetResult();
            return new TaskCompletionSource<HttpResponseMessage>().Task;
        }));

        var call = client.CreateAndWaitAsync(Request);
        await deleting.Task;
        _time.Advance(TimeSpan.FromSeconds(10));
        var error = await Assert.ThrowsAsync<SandboxWaitTimeoutException>(() => call);

        Assert.Contains("10 s (CleanupTimeout)", Assert.IsType<SandboxRequestTimeoutException>(error.CleanupFailure).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_listener_throws_is_thrown_after_the_deletion()
    {
        await using var emulator = await StartAsync();
        using var client = Client(emulator, new HookHandler());

        await Assert.ThrowsAsync<NotSupportedException>(() => client.CreateAndWaitAsync(Request, progress: new Refusal()));

        Assert.Empty(emulator.GetLiveSandboxes());
    }

    [Fact]
    public async Task Access_settings_are_verified_as_well()
    {
        await using var emulator = await StartAsync();
        using var client = Client(emulator, new HookHandler());

        await Assert.ThrowsAsync<SandboxFeatureNotSupportedException>(() => client.CreateAndWaitAsync(Request with { UnauthenticatedRoutes = ["/api"] }));

        Assert.Empty(emulator.GetLiveSandboxes());
    }

    private Task<SandboxEmulator> StartAsync(Action<SandboxEmulatorOptions>? configure = null)
    {
        var options = new SandboxEmulatorOptions { TimeProvider = _time };
        configure?.Invoke(options);
        return SandboxEmulator.StartAsync(options);
    }

    private SandboxClient Client(SandboxEmulator emulator, HttpMessageHandler handler) => new(handler, new SandboxClientOptions { Endpoint = emulator.Endpoint, TimeProvider = _time });

    private sealed class Refusal : IProgress<SandboxInfo>
    {
        public void Report(SandboxInfo value) => throw new NotSupportedException();
    }
}
