using Sandbox.Client;
using Sandbox.Client.Errors;
using Sandbox.Client.Models;

namespace QuickStart;

/// <summary>Removes what the story made, also when it was stopped in the middle. It has a deadline of its own, and takes no cancellation.</summary>
internal sealed class Cleanup(SandboxClient client) : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    public string? PoolId { get; set; }

    public string? SnapshotId { get; set; }

    public async ValueTask DisposeAsync()
    {
        using var deadline = new CancellationTokenSource(Deadline);
        var isClean = SnapshotId is not { } snapshotId || await TryAsync($"snapshot {snapshotId}", () => client.Snapshots.DeleteAsync(snapshotId, deadline.Token));
        if (PoolId is { } poolId)
        {
            // By the pool, not by a remembered id: that also finds a sandbox whose answer was lost.
            isClean &= await TryAsync($"sandboxes of the pool {poolId}", () => DeleteSandboxesAsync(poolId, deadline.Token));
            isClean &= await TryAsync($"pool {poolId}", () => client.Pools.DeleteAsync(poolId, deadline.Token));
            Screen.Say(isClean ? "Everything is cleaned up." : "Not everything is cleaned up.");
        }
    }

    private static async Task<bool> TryAsync(string what, Func<Task> delete)
    {
        try
        {
            await delete();
            return true;
        }
        catch (SandboxNotFoundException)
        {
            return true;
        }
        catch (Exception error) when (error is SandboxException or OperationCanceledException)
        {
            Screen.Complain($"Left behind: {what}. {error.Message}");
            return false;
        }
    }

    private async Task DeleteSandboxesAsync(string poolId, CancellationToken cancellationToken)
    {
        var living = await client.ListAsync(cancellationToken: cancellationToken)
            .Where(sandbox => sandbox.PoolId == poolId && sandbox.Status != SandboxStatus.Terminated)
            .ToListAsync(cancellationToken);
        foreach (var sandbox in living)
        {
            await client.DeleteAsync(sandbox.Id, cancellationToken);

            // The server ends sandboxes soon after its answer, and refuses to delete a pool before.
            await client.WaitForStatusAsync(sandbox.Id, SandboxStatus.Terminated, cancellationToken: cancellationToken);
        }
    }
}
