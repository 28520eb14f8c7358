using System.Text.Json.Serialization;
using Sandbox.Client.Serialization;

namespace Sandbox.Client.Models;

/// <summary>What the server answers when a snapshot is begun (contract section 1.8).</summary>
[JsonConverter(typeof(SandboxJsonConverter<CreatedSnapshot>))]
public sealed record CreatedSnapshot
{
    /// <summary>The new snapshot's id.</summary>
    public required string Id { get; init; }

    /// <summary>Where it is in its life; <see cref="SnapshotStatus.InProgress"/> on today's servers.</summary>
    public SnapshotStatus Status { get; init; }
}
