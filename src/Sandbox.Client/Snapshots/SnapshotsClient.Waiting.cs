using Sandbox.Client.Errors;
using Sandbox.Client.Models;

namespace Sandbox.Client.Snapshots;

public partial class SnapshotsClient
{
    /// <summary>Waits until a snapshot is completed.</summary>
    /// <remarks><inheritdoc cref="WaitForStatusAsync" path="/remarks"/></remarks>
    /// <param name="id">The snapshot's id.</param>
    /// <param name="timeout">How long to wait at most, above zero; <see cref="Timeout.InfiniteTimeSpan"/> for no limit; null for <see cref="SandboxClientOptions.WaitTimeout"/>.</param>
    /// <param name="progress">Is told the snapshot as it is first seen, and at every change of its status; null for nobody.</param>
    /// <param name="cancellationToken">Stops the wait; the snapshot goes on.</param>
    /// <returns>The completed snapshot.</returns>
    /// <exception cref="ArgumentException">The text can't be an id (see <see cref="SandboxIdentifier"/>), or the time can't be waited for.</exception>
    /// <exception cref="SandboxSnapshotFailedException">The snapshot failed.</exception>
    /// <exception cref="SandboxWaitTimeoutException">The time is over; the exception has the last record.</exception>
    /// <exception cref="SandboxNotFoundException">There is no such snapshot in this namespace, or not any more.</exception>
    /// <exception cref="SandboxException">A look at the snapshot failed in a way that does not pass.</exception>
    public virtual Task<SnapshotInfo> WaitUntilCompletedAsync(
        string id, TimeSpan? timeout = null, IProgress<SnapshotInfo>? progress = null, CancellationToken cancellationToken = default) =>
        WaitForStatusAsync(id, SnapshotStatus.Completed, timeout, progress, cancellationToken);

    /// <summary>Waits until a snapshot has a status.</summary>
    /// <remarks>The snapshot is looked at as <see cref="SandboxClient.WaitForStatusAsync"/> looks at sandboxes.</remarks>
    /// <param name="id">The snapshot's id.</param>
    /// <param name="status">The status. One that the snapshot has left behind is never reached.</param>
    /// <param name="timeout">How long to wait at most, above zero; <see cref="Timeout.InfiniteTimeSpan"/> for no limit; null for <see cref="SandboxClientOptions.WaitTimeout"/>.</param>
    /// <param name="progress">Is told the snapshot as it is first seen, and at every change of its status; null for nobody.</param>
    /// <param name="cancellationToken">Stops the wait; the snapshot goes on.</param>
    /// <returns>The snapshot in that status.</returns>
    /// <exception cref="ArgumentException">The text can't be an id (see <see cref="SandboxIdentifier"/>), the status is unspecified, or the time can't be waited for.</exception>
    /// <exception cref="SandboxSnapshotFailedException">The snapshot ended in another status.</exception>
    /// <exception cref="SandboxWaitTimeoutException">The time is over; the exception has the last record.</exception>
    /// <exception cref="SandboxNotFoundException">There is no such snapshot in this namespace, or not any more.</exception>
    /// <exception cref="SandboxException">A look at the snapshot failed in a way that does not pass.</exception>
    public virtual Task<SnapshotInfo> WaitForStatusAsync(
        string id, SnapshotStatus status, TimeSpan? timeout = null, IProgress<SnapshotInfo>? progress = null, CancellationToken cancellationToken = default) =>
        _resources.Waits.WaitAsync(_scope, id, status, timeout, progress, cancellationToken);
}
