using Sandbox.Client.Models;

namespace Sandbox.Client.Errors;

/// <summary>The snapshot ended in another status than the one that was waited for: most often <see cref="SnapshotStatus.Failed"/>, with
/// <see cref="SnapshotInfo.Error"/>.</summary>
public sealed class SandboxSnapshotFailedException : SandboxException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What happened, and what can be done.</param>
    /// <param name="snapshot">The snapshot as it ended.</param>
    /// <param name="innerException">What it came from; null for nothing.</param>
    public SandboxSnapshotFailedException(string message, SnapshotInfo snapshot, Exception? innerException = null)
        : base(message, innerException) => Snapshot = snapshot;

    /// <summary>The snapshot as it ended.</summary>
    public SnapshotInfo Snapshot { get; }
}
