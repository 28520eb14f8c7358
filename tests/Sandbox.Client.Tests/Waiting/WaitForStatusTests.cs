using System.Net;
using Sandbox.Client.Errors;
using Sandbox.Client.Models;
using Sandbox.Client.Testing;
using Sandbox.Client.Tests.Support;

namespace Sandbox.Client.Tests.Waiting;

/// <summary>Waiting on a server whose sandboxes live on a virtual clock.</summary>
public sealed class WaitForStatusTests
{
    private readonly VirtualTime _time = new();
    private readonly Recorder<SandboxInfo> _progress = new();

    [Fact]
    public async Task Every_change_is_reported_until_it_runs()
    {
        await using var emulator = await StartAsync(options =>
        {
            options.SchedulingDelay = TimeSpan.FromSeconds(3);
            options.StartupDelay = TimeSpan.FromSeconds(20);
        });
        using var client = CreateClient(emulator);
        var created = await client.CreateAsync(new CreateSandboxRequest());

        var sandbox = await client.WaitUntilRunningAsync(created.Id, progress: _progress);

        Assert.Equal(SandboxStatus.Running, sandbox.Status);
        Assert.Equal(
            [(SandboxStatus.Pending, SandboxPendingReason.Scheduling), (SandboxStatus.Pending, SandboxPendingReason.WaitingForContainer), (SandboxStatus.Running, default(SandboxPendingReason?))],
            _progress.Reports.Select(report => (report.Status, report.PendingReason)));
    }

    [Fact]
    public async Task Looks_come_fast_at_first_and_then_less_often()
    {
        await using var emulator = await StartAsync(options => options.StartupDelay = TimeSpan.FromSeconds(60));
        using var client = CreateClient(emulator);
        var created = await client.CreateAsync(new CreateSandboxRequest());

        await client.WaitUntilRunningAsync(created.Id);

        var waits = _time.Waits.Select(wait => wait.TotalMilliseconds).ToList();
        var longest = 50.0;
        foreach (var wait in waits)
        {
            Assert.InRange(wait, longest / 2, longest);
            longest = Math.Min(longest * 1.5, 2000);
        }

        // 10 waits until every 2 s, and then less than a minute's worth of them.
        Assert.InRange(waits.Count, 35, 75);
        Assert.True(waits.Distinct().Count() > waits.Count / 2, "The waits have no jitter.");
    }

    [Fact]
    public async Task A_sandbox_that_ends_instead_is_an_error_with_its_outcome()
    {
        await using var emulator = await StartAsync(options => options.StartupDelay = TimeSpan.FromHours(1));
        using var client = CreateClient(emulator);
        var created = await client.CreateAsync(new CreateSandboxRequest());
        emulator.RemoveExecutors();

        var error = await Assert.ThrowsAsync<SandboxTerminatedException>(() => client.WaitUntilRunningAsync(created.Id));

        Assert.Equal((created.Id, SandboxOutcome.ExecutorRemoved), (error.Sandbox.Id, error.Sandbox.Outcome!.Value));
        Assert.Contains("Failure(ExecutorRemoved)", error.Message, StringComparison.Ordinal);
        Assert.Equal(("sandboxes.wait", OperationOutcome.Definite), (error.Operation, error.Outcome));
    }

    [Theory]
    [InlineData(0, 1, "no_executors_available", "is one running?")]
    [InlineData(1, 1, "waiting_for_container", "its container is being started")]
    [InlineData(1, 1000, "no_resources_available", "ask for less")]
    public async Task When_the_time_is_over_the_error_says_why_it_was_pending(int executors, double cpus, string reason, string advice)
    {
        await using var emulator = await StartAsync(options =>
        {
            options.ExecutorCount = executors;
            options.StartupDelay = TimeSpan.FromHours(1);
        });
        using var client = CreateClient(emulator);
        var created = await client.CreateAsync(new CreateSandboxRequest { Resources = new SandboxResources { Cpus = cpus } });

        var error = await Assert.ThrowsAsync<SandboxWaitTimeoutException>(() => client.WaitUntilRunningAsync(created.Id));

        Assert.Equal((SandboxStatus.Pending, reason), (error.Sandbox!.Status, error.Sandbox.PendingReason!.Value.Value));
        Assert.Contains("was not running within 300 s", error.Message, StringComparison.Ordinal);
        Assert.Contains(advice, error.Message, StringComparison.Ordinal);
        Assert.Contains($"({reason})", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sandbox_that_does_not_exist_is_not_found()
    {
        await using var emulator = await StartAsync();
        using var client = CreateClient(emulator);

        var error = await Assert.ThrowsAsync<SandboxNotFoundException>(() => client.WaitUntilRunningAsync("nobody"));

        Assert.Equal("sandboxes.wait", error.Operation);
    }

    [Fact]
    public async Task Its_end_can_be_waited_for()
    {
        await using var emulator = await StartAsync();
        using var client = CreateClient(emulator);
        var created = await client.CreateAsync(new CreateSandboxRequest { Timeout = TimeSpan.FromSeconds(90) });

        var sandbox = await client.WaitForStatusAsync(created.Id, SandboxStatus.Terminated, progress: _progress);

        Assert.Equal(SandboxOutcome.TimedOut, sandbox.Outcome);
        Assert.Equal([SandboxStatus.Pending, SandboxStatus.Running, SandboxStatus.Terminated], _progress.Reports.Select(report => report.Status));
    }

    [Fact]
    public async Task A_snapshot_is_waited_for_as_well()
    {
        var progress = new Recorder<SnapshotInfo>();
        await using var emulator = await StartAsync(options => options.SnapshotDuration = TimeSpan.FromSeconds(30));
        using var client = CreateClient(emulator);
        var created = await client.CreateAsync(new CreateSandboxRequest());
        await client.WaitUntilRunningAsync(created.Id);
        var begun = await client.Snapshots.CreateAsync(created.Id);

        var snapshot = await client.Snapshots.WaitUntilCompletedAsync(begun.Id, progress: progress);

        Assert.Equal(SnapshotStatus.Completed, snapshot.Status);
        Assert.Equal([SnapshotStatus.InProgress, SnapshotStatus.Completed], progress.Reports.Select(report => report.Status));
    }

    [Fact]
    public async Task A_snapshot_that_fails_is_an_error_with_its_reason()
    {
        await using var emulator = await StartAsync(options => options.IdleSnapshotsFail = true);
        using var client = CreateClient(emulator);
        var created = await client.CreateAsync(new CreateSandboxRequest());
        await client.WaitUntilRunningAsync(created.Id);
        var begun = await client.Snapshots.CreateAsync(created.Id);

        var error = await Assert.ThrowsAsync<SandboxSnapshotFailedException>(() => client.Snapshots.WaitUntilCompletedAsync(begun.Id));

        Assert.Equal((SnapshotStatus.Failed, "Snapshot upload failed"), (error.Snapshot.Status, error.Snapshot.Error));
        Assert.Contains("Snapshot upload failed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_snapshot_that_is_gone_or_takes_too_long_is_an_error()
    {
        await using var emulator = await StartAsync(options => options.SnapshotDuration = TimeSpan.FromHours(1));
        using var client = CreateClient(emulator);
        var created = await client.CreateAsync(new CreateSandboxRequest());
        await client.WaitUntilRunningAsync(created.Id);
        var begun = await client.Snapshots.CreateAsync(created.Id);

        var late = await Assert.ThrowsAsync<SandboxWaitTimeoutException>(() => client.Snapshots.WaitUntilCompletedAsync(begun.Id));
        await client.Snapshots.DeleteAsync(begun.Id);
        var gone = await Assert.ThrowsAsync<SandboxNotFoundException>(() => client.Snapshots.WaitUntilCompletedAsync(begun.Id));

        Assert.Equal(SnapshotStatus.InProgress, late.Snapshot!.Status);
        Assert.Equal("snapshots.wait", gone.Operation);
    }

    [Fact]
    public async Task What_cannot_be_waited_for_is_refused_before_any_call()
    {
        using var client = new SandboxClient(new AnswerHandler(AnswerHandler.Answer(HttpStatusCode.InternalServerError)), new SandboxClientOptions());

        await Assert.ThrowsAsync<ArgumentException>(() => client.WaitForStatusAsync("a", default));
        await Assert.ThrowsAsync<ArgumentException>(() => client.WaitUntilRunningAsync(".."));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => client.WaitUntilRunningAsync("a", TimeSpan.Zero));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => client.Snapshots.WaitUntilCompletedAsync("a", TimeSpan.FromDays(25)));
    }

    private Task<SandboxEmulator> StartAsync(Action<SandboxEmulatorOptions>? configure = null)
    {
        var options = new SandboxEmulatorOptions { TimeProvider = _time };
        configure?.Invoke(options);
        return SandboxEmulator.StartAsync(options);
    }

    private SandboxClient CreateClient(SandboxEmulator emulator) => emulator.CreateClient(options => options.TimeProvider = _time);
}
