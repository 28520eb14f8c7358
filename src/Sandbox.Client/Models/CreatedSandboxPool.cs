using System.Text.Json.Serialization;
using Sandbox.Client.Serialization;

namespace Sandbox.Client.Models;

/// <summary>What the server answers to the creation of a pool (contract section 1.7.1).</summary>
[JsonConverter(typeof(SandboxJsonConverter<CreatedSandboxPool>))]
public sealed record CreatedSandboxPool
{
    /// <summary>The new pool's id.</summary>
    public required string Id { get; init; }

    /// <summary>The namespace that it belongs to.</summary>
    public required string Namespace { get; init; }
}
