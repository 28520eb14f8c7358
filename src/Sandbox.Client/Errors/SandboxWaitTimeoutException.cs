using Sandbox.Client.Models;

namespace Sandbox.Client.Errors;

/// <summary>The time to wait for a status was over. Waiting on is possible: the thing was left as it is, unless the method says that it deletes it.</summary>
public sealed class SandboxWaitTimeoutException : SandboxException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What happened, and what can be done.</param>
    /// <param name="innerException">Why the last look failed; null when it did not.</param>
    public SandboxWaitTimeoutException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The sandbox as it was last seen, with its <see cref="SandboxInfo.PendingReason"/>; null when it was a snapshot that was waited for, or no answer came.</summary>
    public SandboxInfo? Sandbox { get; init; }

    /// <summary>The snapshot as it was last seen; null when it was a sandbox that was waited for, or no answer came.</summary>
    public SnapshotInfo? Snapshot { get; init; }
}
