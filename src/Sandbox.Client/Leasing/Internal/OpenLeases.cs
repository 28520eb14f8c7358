using Sandbox.Client.Errors;

namespace Sandbox.Client.Leasing.Internal;

/// <summary>The leases of a client that have not ended, and the ones that are being acquired.</summary>
internal sealed class OpenLeases : IDisposable
{
    private readonly Lock _lock = new();
    private readonly HashSet<SandboxLease> _leases = [];
    private readonly HashSet<Task> _acquisitions = [];
    private readonly CancellationTokenSource _drained = new();
    private readonly CancellationToken _drainedToken;

    public OpenLeases() => _drainedToken = _drained.Token;

    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    public void Add(SandboxLease lease)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_drainedToken.IsCancellationRequested, typeof(SandboxClient));
            _leases.Add(lease);
        }
    }

    /// <summary>At the end of an acquisition, for which whoever drains waits.</summary>
    public void AddAcquired(SandboxLease lease)
    {
        lock (_lock)
        {
            _leases.Add(lease);
        }
    }

    public void Remove(SandboxLease lease)
    {
        lock (_lock)
        {
            _leases.Remove(lease);
        }
    }

    /// <summary>Acquires a lease. When the client is drained meanwhile, that counts as the caller's cancellation.</summary>
    public async Task<SandboxLease> AcquireAsync(Func<CancellationToken, Task<SandboxLease>> acquire, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_drainedToken.IsCancellationRequested, typeof(SandboxClient));
            _acquisitions.Add(done.Task);
        }

        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _drainedToken);
        try
        {
            return await acquire(linked.Token).ConfigureAwait(false);
        }
        catch (SandboxOperationCanceledException error) when (error.CancellationToken == linked.Token)
        {
            // The caller compares with his own token.
            throw error.WithToken(cancellationToken.IsCancellationRequested ? cancellationToken : _drainedToken);
        }
        finally
        {
            lock (_lock)
            {
                _acquisitions.Remove(done.Task);
            }

            done.SetResult();
        }
    }

    /// <summary>The leases that have not ended; a copy.</summary>
    public IReadOnlyList<SandboxLease> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _leases];
            }
        }
    }

    /// <summary>Ends all leases; from then on there are no new ones.</summary>
    /// <returns>Why sandboxes may still run; empty when none does.</returns>
    public async Task<IReadOnlyList<Exception>> DrainAsync()
    {
        if (!_drainedToken.IsCancellationRequested)
        {
            await _drained.CancelAsync().ConfigureAwait(false);
        }

        Task[] acquisitions;
        lock (_lock)
        {
            acquisitions = [.. _acquisitions];
        }

        await Task.WhenAll(acquisitions).ConfigureAwait(false);
        var failures = await Task.WhenAll(All.Select(EndAsync)).ConfigureAwait(false);
        return [.. failures.OfType<Exception>()];
    }

    public void Dispose()
    {
        if (!_drainedToken.IsCancellationRequested)
        {
            _drained.Cancel();
        }

        _drained.Dispose();
    }

    private static async Task<Exception?> EndAsync(SandboxLease lease)
    {
        try
        {
            await lease.DisposeAsync().ConfigureAwait(false);
            return null;
        }
        catch (Exception error)
        {
            return error;
        }
    }
}
