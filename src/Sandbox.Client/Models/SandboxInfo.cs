using System.Text.Json.Serialization;
using Sandbox.Client.Models.Internal;
using Sandbox.Client.Serialization;

namespace Sandbox.Client.Models;

/// <summary>A sandbox as the server records it, in any state (contract section 1.6.3).</summary>
/// <remarks>The server never answers entrypoint, secret names, snapshot and GPUs of a sandbox.</remarks>
[JsonConverter(typeof(SandboxJsonConverter<SandboxInfo>))]
public sealed record SandboxInfo
{
    private readonly ulong? _timeoutSeconds;

    /// <summary>The sandbox's id, unique on a server.</summary>
    public required string Id { get; init; }

    /// <summary>The namespace that it belongs to.</summary>
    public required string Namespace { get; init; }

    /// <summary>The container image.</summary>
    public required string Image { get; init; }

    /// <summary>Where it is in its life.</summary>
    public SandboxStatus Status { get; init; }

    /// <summary>Why it is still pending; null when it is not.</summary>
    public SandboxPendingReason? PendingReason { get; init; }

    /// <summary>How it ended; null while it lives, and after a snapshot.</summary>
    public SandboxOutcome? Outcome { get; init; }

    /// <summary>When it was created, to the millisecond; null when the server did not say (0 on the wire).</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The container that it runs in; null until it is placed, kept after the end. Equal to <see cref="Id"/> unless a warm container was claimed.</summary>
    public string? ContainerId { get; init; }

    /// <summary>The executor that runs it; null until it is placed, kept after the end.</summary>
    public string? ExecutorId { get; init; }

    /// <summary>What it may use; null when the server did not say.</summary>
    public SandboxResources? Resources { get; init; }

    /// <summary>How long it may run. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>: no limit (0 on the wire);
    /// <see cref="TimeSpan.MaxValue"/>: more than a <see cref="TimeSpan"/> holds, see <see cref="TimeoutSeconds"/>; null: the server did not say.</summary>
    public TimeSpan? Timeout
    {
        get => WireTimeout.ToTimeSpan(_timeoutSeconds);
        init => _timeoutSeconds = WireTimeout.ToSeconds(value);
    }

    /// <summary>The same in whole seconds, as on the wire: 0 is no limit, null is not said. Setting one sets the other.</summary>
    public ulong? TimeoutSeconds
    {
        get => _timeoutSeconds;
        init => _timeoutSeconds = value;
    }

    /// <summary>Where the sandbox can be reached (contract section 4); null when there is no address yet, or none at all.</summary>
    public string? SandboxUrl { get; init; }

    /// <summary>The pool that it was claimed from; null when it was made directly.</summary>
    public string? PoolId { get; init; }

    /// <summary>Where it may connect to; null when there is no policy.</summary>
    public NetworkPolicy? NetworkPolicy { get; init; }

    /// <summary>Path prefixes that may be served without credentials. Null: the server did not say, which is never permission
    /// (the routes dialect leaves an empty list out; the ports dialect and older servers do not know the field).</summary>
    public ValueList<string>? UnauthenticatedRoutes { get; init; }

    /// <summary>Whether everything may be served without credentials (ports dialect). Null: the server did not say, which is never permission.</summary>
    public bool? AllowUnauthenticatedAccess { get; init; }

    /// <summary>The ports that a proxy may route to (ports dialect).</summary>
    public ExposedPorts ExposedPorts { get; init; }
}
