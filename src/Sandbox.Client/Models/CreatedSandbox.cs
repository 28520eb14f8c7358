using System.Text.Json.Serialization;
using Sandbox.Client.Serialization;

namespace Sandbox.Client.Models;

/// <summary>What the server answers to the creation of a sandbox, directly or from a pool (contract sections 1.6.2 and 1.7.3).</summary>
[JsonConverter(typeof(SandboxJsonConverter<CreatedSandbox>))]
public sealed record CreatedSandbox
{
    /// <summary>The new sandbox's id.</summary>
    public required string Id { get; init; }

    /// <summary>Where it is in its life; <see cref="SandboxStatus.Pending"/> on today's servers.</summary>
    public SandboxStatus Status { get; init; }

    /// <summary>Why it is pending; null when the server did not say.</summary>
    public SandboxPendingReason? PendingReason { get; init; }
}
