using System.Text.Json.Serialization;
using Sandbox.Client.Serialization;

namespace Sandbox.Client.Models;

/// <summary>A container in a pool (contract section 1.7.2).</summary>
[JsonConverter(typeof(SandboxJsonConverter<SandboxPoolContainer>))]
public sealed record SandboxPoolContainer
{
    /// <summary>The container's id.</summary>
    public required string Id { get; init; }

    /// <summary>The container's state.</summary>
    public SandboxPoolContainerState State { get; init; }

    /// <summary>The sandbox that claimed it; null while it is warm.</summary>
    public string? SandboxId { get; init; }

    /// <summary>The executor that runs it; null when the server did not say.</summary>
    public string? ExecutorId { get; init; }
}
