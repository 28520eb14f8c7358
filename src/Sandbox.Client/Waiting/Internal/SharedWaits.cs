using Sandbox.Client.Http.Internal;
using Sandbox.Client.Models;
using Sandbox.Client.Serialization.Internal;

namespace Sandbox.Client.Waiting.Internal;

/// <summary>All waits of a client and its views.</summary>
internal sealed class SharedWaits
{
    private readonly SandboxClientOptions _options;
    private readonly Waits<SandboxInfo> _sandboxes;
    private readonly Waits<SnapshotInfo> _snapshots;

    public SharedWaits(Transport transport)
    {
        _options = transport.Options;
        var settings = new WatchSettings(transport.Options);
        _sandboxes = new Waits<SandboxInfo>(settings, (scope, id, stop) => transport.SendAsync(
            Operations.WaitForSandbox, scope, id, content: null, SandboxInfoConverter.Instance, static (_, _) => null, stop));
        _snapshots = new Waits<SnapshotInfo>(settings, (scope, id, stop) => transport.SendAsync(
            Operations.WaitForSnapshot, scope, id, content: null, SnapshotInfoConverter.Instance, static (_, _) => null, stop));
    }

    public Task<SandboxInfo> WaitAsync(
        NamespaceScope scope, string id, SandboxStatus status, TimeSpan? timeout, IProgress<SandboxInfo>? progress, CancellationToken cancellationToken)
    {
        ThrowIfInvalid(id, status.IsSpecified, timeout);
        return _sandboxes.WaitAsync(scope, id, new SandboxTarget(status), timeout ?? _options.WaitTimeout, progress, cancellationToken);
    }

    public Task<SnapshotInfo> WaitAsync(
        NamespaceScope scope, string id, SnapshotStatus status, TimeSpan? timeout, IProgress<SnapshotInfo>? progress, CancellationToken cancellationToken)
    {
        ThrowIfInvalid(id, status.IsSpecified, timeout);
        return _snapshots.WaitAsync(scope, id, new SnapshotTarget(status), timeout ?? _options.WaitTimeout, progress, cancellationToken);
    }

    /// <exception cref="ArgumentException">The time can't be waited for.</exception>
    public static void ThrowIfInvalid(TimeSpan? timeout)
    {
        if (timeout is { } time && !SandboxClientOptions.IsTimeout(time))
        {
            throw new ArgumentOutOfRangeException(nameof(timeout), time, "The time to wait must be above zero and at most 24 days: write Timeout.InfiniteTimeSpan for no limit, or null for the option WaitTimeout.");
        }
    }

    private static void ThrowIfInvalid(string id, bool hasStatus, TimeSpan? timeout)
    {
        SandboxIdentifier.ThrowIfInvalid(id, nameof(id));
        ThrowIfInvalid(timeout);
        if (!hasStatus)
        {
            throw new ArgumentException("A status that is not specified can't be waited for.", "status");
        }
    }
}
