namespace Sandbox.Client.Testing.State.Internal;

/// <summary>A sandbox; terminated ones stay for ever (contract section 3.6).</summary>
internal sealed class SandboxRow(string ns, string id, ContainerSpecification specification, PoolRow? pool, DateTimeOffset createdAt) : Row(ns, id)
{
    public ContainerSpecification Specification { get; } = specification;

    public PoolRow? Pool { get; } = pool;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public SandboxState Status { get; set; }

    public string PendingReason { get; set; } = PendingReasons.Scheduling;

    public string? Outcome { get; set; }

    /// <summary>Kept after the end, as the record is.</summary>
    public Container? Container { get; set; }

    /// <summary>The snapshot that ends it.</summary>
    public SnapshotRow? Snapshot { get; set; }

    /// <summary>Whether lookups see it: they forget a terminated sandbox, but for one whose snapshot failed (contract section 2.1).</summary>
    public bool IsInMemory { get; set; } = true;

    public bool IsLive => Status != SandboxState.Terminated;
}
