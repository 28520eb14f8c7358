using Sandbox.Client;
using Sandbox.Client.Errors;
using Sandbox.Client.Models;

namespace QuickStart;

/// <summary>Removes what the story made, also when it was stopped in the middle. It has a deadline of its own, and takes no cancellation.</summary>
internal sealed class Cleanup(SandboxClient client) : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    public string? PoolId { get; set; }

    public string? SnapshotId { get; set; }

    public async ValueTask DisposeAsync()
    {
        using var deadline = new CancellationTokenSource(Deadline);
        try
        {
            if (SnapshotId is { } snapshotId)
            {
                await client.Snapshots.DeleteAsync(snapshotId, deadline.Token);
            }

            if (PoolId is { } poolId)
            {
                // By the pool, not by a remembered id: that also finds a sandbox whose answer was lost.
                await DeleteSandboxesAsync(poolId, deadline.Token);
                await client.Pools.DeleteAsync(poolId, deadline.Token);
                Screen.Say("Everything is cleaned up.");
            }
        }
        catch (Exception error) when (error is SandboxException or OperationCanceledException)
        {
            Screen.Complain($"Not everything could be cleaned up (pool {PoolId}, snapshot {SnapshotId ?? "none"}): {error.Message}");
        }
    }

    private async Task DeleteSandboxesAsync(string poolId, CancellationToken cancellationToken)
    {
        var deleted = new HashSet<string>(StringComparer.Ordinal);
        for (var isLiving = true; isLiving;)
        {
            isLiving = false;
            await foreach (var sandbox in client.ListAsync(cancellationToken: cancellationToken))
            {
                if (sandbox.PoolId != poolId || sandbox.Status == SandboxStatus.Terminated)
                {
                    continue;
                }

                isLiving = true;
                if (deleted.Add(sandbox.Id))
                {
                    await client.DeleteAsync(sandbox.Id, cancellationToken);
                }
            }

            if (isLiving)
            {
                // The server ends sandboxes soon after its answer, and refuses to delete a pool before.
                await Task.Delay(Interval, cancellationToken);
            }
        }
    }
}
