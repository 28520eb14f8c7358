namespace Sandbox.Client.Testing.State.Internal;

internal sealed class SnapshotRow(string ns, string id, SandboxRow sandbox, DateTimeOffset createdAt) : Row(ns, id)
{
    public SandboxRow Sandbox { get; } = sandbox;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public SnapshotState Status { get; set; }

    public string? Error { get; private set; }

    /// <summary>Deleted while it ran: its end finds nothing, and its sandbox stays <c>snapshotting</c> until that is deleted too (contract section 10, 18).</summary>
    public bool IsDeleted { get; set; }

    public void Fail(string error)
    {
        Status = SnapshotState.Failed;
        Error = error;
    }
}
