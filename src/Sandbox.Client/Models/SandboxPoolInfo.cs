using System.Text.Json.Serialization;
using Sandbox.Client.Models.Internal;
using Sandbox.Client.Serialization;

namespace Sandbox.Client.Models;

/// <summary>A pool of warm containers as the server records it (contract section 1.7.2).</summary>
/// <remarks>The server never answers entrypoint, secret names and GPUs of a pool, although an update replaces them:
/// see <see cref="UpdateSandboxPoolRequest"/>.</remarks>
[JsonConverter(typeof(SandboxJsonConverter<SandboxPoolInfo>))]
public sealed record SandboxPoolInfo
{
    private readonly ulong? _timeoutSeconds;

    /// <summary>The pool's id.</summary>
    public required string Id { get; init; }

    /// <summary>The namespace that it belongs to.</summary>
    public required string Namespace { get; init; }

    /// <summary>The container image.</summary>
    public required string Image { get; init; }

    /// <summary>What each container may use; null when the server did not say.</summary>
    public SandboxResources? Resources { get; init; }

    /// <summary>The least number of containers; null for every pool that was made through the API.</summary>
    public uint? MinContainers { get; init; }

    /// <summary>The most containers, warm and claimed ones together; null for no limit.</summary>
    public uint? MaxContainers { get; init; }

    /// <summary>How many containers wait to be claimed; null when none are started ahead.</summary>
    public uint? WarmContainers { get; init; }

    /// <summary>How long a sandbox of the pool may run. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>: no limit (0 on the wire, a pool's default);
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

    /// <summary>When the pool was created; null because today's servers never say (0 on the wire).</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Where its sandboxes may connect to; null when there is no policy (ports dialect only).</summary>
    public NetworkPolicy? NetworkPolicy { get; init; }

    /// <summary>Path prefixes of its sandboxes that may be served without credentials. Null: the server did not say, which is never permission.</summary>
    public ValueList<string>? UnauthenticatedRoutes { get; init; }

    /// <summary>Whether everything in its sandboxes may be served without credentials (ports dialect). Null: the server did not say, which is never permission.</summary>
    public bool? AllowUnauthenticatedAccess { get; init; }

    /// <summary>The ports of its sandboxes that a proxy may route to (ports dialect).</summary>
    public ExposedPorts ExposedPorts { get; init; }
}
