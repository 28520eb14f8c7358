using System.Text.Json.Serialization;
using Sandbox.Client.Models.Internal;
using Sandbox.Client.Serialization;

namespace Sandbox.Client.Models;

/// <summary>A sandbox to make (contract section 1.6.2). Every member may be left out.</summary>
/// <remarks>
/// With <see cref="SnapshotId"/> it is a restore: image, entrypoint, secret names, resources and GPUs come from the snapshot unless they are
/// given here, one by one; timeout, network and the access members never do.
/// </remarks>
[JsonConverter(typeof(SandboxJsonConverter<CreateSandboxRequest>))]
public sealed record CreateSandboxRequest
{
    private readonly ulong? _timeoutSeconds;

    /// <summary>The container image; null for the snapshot's, or the server's default.</summary>
    public string? Image { get; init; }

    /// <summary>What it may use; null for the snapshot's, or the server's default.</summary>
    public SandboxResources? Resources { get; init; }

    /// <summary>The GPUs that it needs: one entry at most, because the server drops any other; empty for the snapshot's, or none.</summary>
    public ValueList<SandboxGpu> Gpus { get; init; } = [];

    /// <summary>The names of the secrets that it gets; empty for the snapshot's, or none.</summary>
    public ValueList<string> SecretNames { get; init; } = [];

    /// <summary>How long it may run, counted from the start of its container, whatever it does. Null: the server's default (600 s).
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>: no limit. A fraction of a second counts as a whole one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero or negative.</exception>
    public TimeSpan? Timeout
    {
        get => WireTimeout.ToTimeSpan(_timeoutSeconds);
        init => _timeoutSeconds = WireTimeout.ToSeconds(value);
    }

    /// <summary>The same in whole seconds, as on the wire: 0 is no limit, null the server's default. Setting one sets the other.</summary>
    public ulong? TimeoutSeconds
    {
        get => _timeoutSeconds;
        init => _timeoutSeconds = value;
    }

    /// <summary>The command to run and its arguments; null or empty for the snapshot's, or the image's own.</summary>
    public ValueList<string>? Entrypoint { get; init; }

    /// <summary>Where it may connect to; null for no policy.</summary>
    public NetworkPolicy? Network { get; init; }

    /// <summary>The completed snapshot to restore; null for a fresh sandbox.</summary>
    public string? SnapshotId { get; init; }

    /// <summary>Path prefixes that may be served without credentials; empty: none. Kept by servers of the routes dialect only.</summary>
    public ValueList<string> UnauthenticatedRoutes { get; init; } = [];

    /// <summary>Whether everything may be served without credentials; null: not sent, which means no. Kept by servers of the ports dialect only.</summary>
    public bool? AllowUnauthenticatedAccess { get; init; }

    /// <summary>The ports that a proxy may route to; not sent by default. Kept by servers of the ports dialect only.</summary>
    public ExposedPorts ExposedPorts { get; init; }
}
