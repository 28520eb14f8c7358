namespace Sandbox.Client.Http.Internal;

/// <summary>
/// Decides once between who sends a creation and who cancels it: what has not left is cut at once; what has left is waited for, because its answer has
/// the id without which nobody could delete what was made. From then on a time limit runs, for that and for what cleans up after it.
/// </summary>
internal sealed class Departure : IDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _cut;
    private readonly TimeSpan _cleanupTimeout;
    private readonly bool _isSeen;
    private bool _hasLeft;
    private bool _isCancelled;
    private bool _isLimited;

    /// <param name="options">The time limit, and the clock.</param>
    /// <param name="isSeen">Whether a <see cref="DepartingContent"/> shows when the request leaves: on connections of the client's own. Otherwise it may have left once an attempt has begun.</param>
    public Departure(SandboxClientOptions options, bool isSeen)
    {
        _cleanupTimeout = options.CleanupTimeout;
        _isSeen = isSeen;
        _cut = new CancellationTokenSource(Timeout.InfiniteTimeSpan, options.TimeProvider);
    }

    /// <summary>Cuts the request, and what cleans up.</summary>
    public CancellationToken Cut => _cut.Token;

    /// <summary>True when an attempt that was cut was still on its way to a connection.</summary>
    public bool IsAtHome
    {
        get
        {
            lock (_lock)
            {
                return _isSeen && !_hasLeft;
            }
        }
    }

    /// <summary>Before an attempt; false when it must not be made any more.</summary>
    public bool TryBegin() => _isSeen ? !_cut.IsCancellationRequested : TryLeave();

    /// <summary>Before the first byte; false when it must not be sent any more.</summary>
    public bool TryLeave()
    {
        lock (_lock)
        {
            _hasLeft |= !_isCancelled;
            return !_isCancelled;
        }
    }

    /// <summary>After an attempt that provably never left.</summary>
    public void Return()
    {
        lock (_lock)
        {
            _hasLeft = false;
            if (_isCancelled)
            {
                _cut.Cancel();
            }
        }
    }

    /// <summary>The caller cancels.</summary>
    public void Cancel()
    {
        lock (_lock)
        {
            _isCancelled = true;
            if (!_hasLeft)
            {
                _cut.Cancel();
                return;
            }
        }

        StartCleanup();
    }

    /// <summary>Starts the time limit of the cleaning up, unless it runs.</summary>
    public void StartCleanup()
    {
        lock (_lock)
        {
            if (!_isLimited && _cleanupTimeout != Timeout.InfiniteTimeSpan)
            {
                _isLimited = true;
                _cut.CancelAfter(_cleanupTimeout);
            }
        }
    }

    public void Dispose() => _cut.Dispose();
}
