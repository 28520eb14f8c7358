namespace Sandbox.Client.Testing.State.Internal;

/// <summary>A pool and its containers, those of its sandboxes and the warm ones.</summary>
internal sealed class PoolRow(string ns, string id, PoolDefinition definition) : Row(ns, id)
{
    public PoolDefinition Definition { get; set; } = definition;

    /// <summary>In the order in which they were made.</summary>
    public List<Container> Containers { get; } = [];

    /// <summary>How many sandboxes of it have not ended, those without container too.</summary>
    public int LiveSandboxes { get; set; }

    public bool IsAtCapacity => Definition.MaxContainers is { } max && Containers.Count >= max;

    /// <summary>A container without sandbox, a running one if there is one.</summary>
    public Container? FindWarmContainer() =>
        Containers.Find(c => c is { Sandbox: null, IsRunning: true }) ?? Containers.Find(c => c.Sandbox is null);
}
