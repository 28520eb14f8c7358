using System.Text.Json.Serialization;
using Sandbox.Client.Serialization;

namespace Sandbox.Client.Models;

/// <summary>What a sandbox may use: asked for in a request, granted in a record (contract section 1.6.1).</summary>
/// <remarks>
/// In a request, a member that is null takes the server's default for a sandbox (1 CPU, 1,024 MiB of memory, 1,024 MiB of disk),
/// or the snapshot's own value in a restore. The server's other defaults for a half-filled object (0.1 CPU, 256 MiB) never apply:
/// the client always sends all three.
/// </remarks>
[JsonConverter(typeof(SandboxJsonConverter<SandboxResources>))]
public sealed record SandboxResources
{
    /// <summary>CPU cores; the server rounds up to the next 0.001. In a request finite and not negative.</summary>
    public double? Cpus { get; init; }

    /// <summary>Memory in MiB.</summary>
    public ulong? MemoryMb { get; init; }

    /// <summary>Ephemeral disk in MiB.</summary>
    public ulong? EphemeralDiskMb { get; init; }
}
