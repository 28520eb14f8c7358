using System.Text.Json.Serialization;
using Sandbox.Client.Serialization;

namespace Sandbox.Client.Models;

/// <summary>A pool with its containers (contract section 1.7.2).</summary>
[JsonConverter(typeof(SandboxJsonConverter<SandboxPoolDetail>))]
public sealed record SandboxPoolDetail
{
    /// <summary>The pool.</summary>
    public required SandboxPoolInfo Pool { get; init; }

    /// <summary>Its containers. The server reads them from memory: they can lag behind <see cref="Pool"/>.</summary>
    public ValueList<SandboxPoolContainer> Containers { get; init; } = [];
}
