using System.Text.Json.Serialization;
using Sandbox.Client.Serialization;

namespace Sandbox.Client.Models;

/// <summary>GPUs that a sandbox asks for (contract section 1.6.1). The server takes one such entry and never answers it.</summary>
[JsonConverter(typeof(SandboxJsonConverter<SandboxGpu>))]
public sealed record SandboxGpu
{
    /// <summary>How many, from 1.</summary>
    public required uint Count { get; init; }

    /// <summary>The model, for example <c>H100</c>; not empty.</summary>
    public required string Model { get; init; }
}
