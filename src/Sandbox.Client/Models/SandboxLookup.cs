using System.Text.Json.Serialization;
using Sandbox.Client.Serialization;

namespace Sandbox.Client.Models;

/// <summary>What a proxy needs to know about a sandbox: where it is and what may pass (contract section 2.1).</summary>
/// <remarks>A lookup reads the scheduler's memory: it can lag behind <see cref="SandboxInfo"/>, and a terminated sandbox is usually gone from it.</remarks>
[JsonConverter(typeof(SandboxJsonConverter<SandboxLookup>))]
public sealed record SandboxLookup
{
    /// <summary>The sandbox's id.</summary>
    public required string Id { get; init; }

    /// <summary>The namespace that it belongs to; null when the server did not say (routes dialect and older servers).</summary>
    public string? Namespace { get; init; }

    /// <summary>Where it is in its life. The routes dialect answers the state of the container, with a capital letter;
    /// <see cref="SandboxStatus.Unspecified"/> when an older server has no container for it.</summary>
    public SandboxStatus Status { get; init; }

    /// <summary>The executor's proxy, as <c>host:port</c> without a scheme; null while there is none: no container yet, or the server has just restarted.</summary>
    public string? DataplaneApiAddress { get; init; }

    /// <summary>Path prefixes that may be served without credentials. Null: the server did not say, which is never permission.</summary>
    public ValueList<string>? UnauthenticatedRoutes { get; init; }

    /// <summary>Whether everything may be served without credentials (ports dialect). Null: the server did not say, which is never permission.</summary>
    public bool? AllowUnauthenticatedAccess { get; init; }

    /// <summary>The ports that a proxy may route to (ports dialect).</summary>
    public ExposedPorts ExposedPorts { get; init; }
}
