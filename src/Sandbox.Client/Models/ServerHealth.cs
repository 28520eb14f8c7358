using System.Text.Json.Serialization;
using Sandbox.Client.Serialization;

namespace Sandbox.Client.Models;

/// <summary>What a server says of itself (contract section 1.5).</summary>
/// <remarks>A healthy server can be without any executor. The version does not tell the dialects apart.</remarks>
[JsonConverter(typeof(SandboxJsonConverter<ServerHealth>))]
public sealed record ServerHealth
{
    /// <summary>The state of the whole; <see cref="HealthState.Degraded"/> for an empty answer with status 503.</summary>
    public HealthState Status { get; init; }

    /// <summary>The server's version, for example <c>0.3.15</c>; null when it did not say.</summary>
    public string? Version { get; init; }

    /// <summary>The state of the database; unspecified when the server did not say.</summary>
    public HealthState Database { get; init; }

    /// <summary>The state of the part that manages executors; unspecified when the server did not say.</summary>
    public HealthState ExecutorManager { get; init; }

    /// <summary>True when <see cref="Status"/> is <see cref="HealthState.Ok"/>.</summary>
    public bool IsHealthy => Status == HealthState.Ok;
}
