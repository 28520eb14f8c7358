using Sandbox.Client;
using Sandbox.Client.Models;

namespace QuickStart;

/// <summary>Watches a sandbox or a snapshot until it is where it shall be.</summary>
internal static class Following
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static Task<SandboxInfo> UntilRunningAsync(SandboxClient client, Screen screen, string id, CancellationToken cancellationToken) => UntilAsync(
        screen,
        "Sandbox",
        () => client.GetAsync(id, cancellationToken),
        sandbox => sandbox.PendingReason is { } reason ? $"{sandbox.Status} ({reason})" : sandbox.Status.Value,
        sandbox => sandbox.Status == SandboxStatus.Terminated
            ? throw new TimeoutException($"The sandbox ended before it ran: {sandbox.Outcome?.Value ?? "no reason given"}.")
            : sandbox.Status == SandboxStatus.Running,
        cancellationToken);

    public static Task<SnapshotInfo> UntilEndedAsync(SandboxClient client, Screen screen, string id, CancellationToken cancellationToken) => UntilAsync(
        screen,
        "Snapshot",
        () => client.Snapshots.GetAsync(id, cancellationToken),
        snapshot => snapshot.Status.Value,
        snapshot => snapshot.Status != SnapshotStatus.InProgress,
        cancellationToken);

    private static Task<T> UntilAsync<T>(Screen screen, string what, Func<Task<T>> get, Func<T, string> describe, Func<T, bool> isDone, CancellationToken cancellationToken) =>
        screen.WaitAsync(what, async report =>
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(Patience);
            var last = "";
            while (true)
            {
                var record = await get();
                if (describe(record) is var state && state != last)
                {
                    report(last = state);
                }

                if (isDone(record))
                {
                    return record;
                }

                await Task.Delay(Interval, patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                cancellationToken.ThrowIfCancellationRequested();
                if (patience.IsCancellationRequested)
                {
                    throw new TimeoutException($"{what} is still {last} after {Patience.TotalSeconds} s. Has the server an executor with room for it?");
                }
            }
        });
}
