using System.Text.Json.Serialization;
using Sandbox.Client.Models.Internal;
using Sandbox.Client.Serialization;

namespace Sandbox.Client.Models;

/// <summary>All that a pool shall be from now on (contract section 1.7.1).</summary>
/// <remarks>
/// The server replaces the whole pool: what an update leaves out is gone, and three things of a pool can never be read back (entrypoint,
/// secret names, GPUs). So the members are <c>required</c>; null or empty says "none". Start from what made the pool
/// (<see cref="From(CreateSandboxPoolRequest)"/>) or from its record and the three hidden members
/// (<see cref="From(SandboxPoolInfo, ValueList{string}?, ValueList{string}?, ValueList{SandboxGpu}?)"/>), and change with <c>with</c>.
/// Warm containers that already run keep what they were started with.
/// </remarks>
[JsonConverter(typeof(SandboxJsonConverter<UpdateSandboxPoolRequest>))]
public sealed partial record UpdateSandboxPoolRequest
{
    private readonly ulong? _timeoutSeconds;

    /// <summary>The container image; not empty.</summary>
    public required string Image { get; init; }

    /// <summary>What each container may use; null for the server's default (1 CPU, 1,024 MiB, 1,024 MiB of disk). CPUs and memory of a pool are above zero.</summary>
    public SandboxResources? Resources { get; init; }

    /// <summary>The GPUs that each container needs: one entry at most, because the server drops any other; null or empty for none.</summary>
    public required ValueList<SandboxGpu>? Gpus { get; init; }

    /// <summary>The names of the secrets that each container gets; null or empty for none.</summary>
    public required ValueList<string>? SecretNames { get; init; }

    /// <summary>How long a sandbox of the pool may run. Null and <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>: no limit
    /// (unlike a sandbox made directly). A fraction of a second counts as a whole one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero or negative.</exception>
    public required TimeSpan? Timeout
    {
        get => WireTimeout.ToTimeSpan(_timeoutSeconds);
        init => _timeoutSeconds = WireTimeout.ToSeconds(value);
    }

    /// <summary>The same in whole seconds, as on the wire: 0 and null are no limit. Setting one sets the other; the one that stands last counts.</summary>
    public ulong? TimeoutSeconds
    {
        get => _timeoutSeconds;
        init => _timeoutSeconds = value;
    }

    /// <summary>The command to run and its arguments; null or empty for the image's own.</summary>
    public required ValueList<string>? Entrypoint { get; init; }

    /// <summary>The most containers, warm and claimed ones together; null for no limit.</summary>
    public required uint? MaxContainers { get; init; }

    /// <summary>How many containers wait to be claimed, at most <see cref="MaxContainers"/>; null to start none ahead, 0 to stop surplus ones too.</summary>
    public required uint? WarmContainers { get; init; }

    /// <summary>Where its sandboxes may connect to; null for no policy. Kept by servers of the ports dialect only.</summary>
    public required NetworkPolicy? Network { get; init; }

    /// <summary>Path prefixes of its sandboxes that may be served without credentials; null or empty: none. Kept by servers of the routes dialect only.</summary>
    public required ValueList<string>? UnauthenticatedRoutes { get; init; }

    /// <summary>Whether everything in its sandboxes may be served without credentials; null: not sent, which means no. Kept by servers of the ports dialect only.</summary>
    public required bool? AllowUnauthenticatedAccess { get; init; }

    /// <summary>The ports of its sandboxes that a proxy may route to; <c>default</c>: not sent. Kept by servers of the ports dialect only.</summary>
    public required ExposedPorts ExposedPorts { get; init; }
}
