using Sandbox.Client.Models;

namespace Sandbox.Client.Testing;

/// <summary>A sandbox of an emulator that has not ended.</summary>
public sealed record LiveSandbox
{
    /// <summary>The namespace that it is in.</summary>
    public required string Namespace { get; init; }

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Pending, running or snapshotting: anything but terminated.</summary>
    public required SandboxStatus Status { get; init; }
}
