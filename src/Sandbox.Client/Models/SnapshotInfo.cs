using System.Text.Json.Serialization;
using Sandbox.Client.Serialization;

namespace Sandbox.Client.Models;

/// <summary>A snapshot of a sandbox's file system (contract section 1.8).</summary>
[JsonConverter(typeof(SandboxJsonConverter<SnapshotInfo>))]
public sealed record SnapshotInfo
{
    /// <summary>The snapshot's id.</summary>
    public required string Id { get; init; }

    /// <summary>The namespace that it belongs to.</summary>
    public required string Namespace { get; init; }

    /// <summary>The sandbox that it was made of.</summary>
    public required string SandboxId { get; init; }

    /// <summary>The image that the sandbox ran; null when the server did not say.</summary>
    public string? BaseImage { get; init; }

    /// <summary>Where it is in its life.</summary>
    public SnapshotStatus Status { get; init; }

    /// <summary>Why it failed; null unless it did.</summary>
    public string? Error { get; init; }

    /// <summary>Where it is stored; null until it is completed.</summary>
    public string? SnapshotUri { get; init; }

    /// <summary>Its size in bytes; null until it is completed.</summary>
    public ulong? SizeBytes { get; init; }

    /// <summary>When it was begun, to the millisecond; null when the server did not say.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}
