using Sandbox.Client.Errors;

namespace Sandbox.Client.Waiting.Internal;

/// <summary>Looks at one thing again and again for all who wait for it, as long as somebody does.</summary>
internal sealed class Watch<T> : IDisposable
    where T : class
{
    private readonly WatchSettings _settings;
    private readonly Func<CancellationToken, Task<T?>> _look;
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop;
    private readonly CancellationToken _stopped;
    private CancellationTokenSource? _pause;
    private Observation<T> _last = new(record: null, failure: null);
    private TimeSpan _interval;
    private int _waiters;

    public Watch(WatchSettings settings, Func<CancellationToken, Task<T?>> look)
    {
        _settings = settings;
        _look = look;
        _interval = settings.FirstInterval;
        _stop = new CancellationTokenSource();
        _stopped = _stop.Token;
    }

    /// <summary>One more waits: the next look comes at once. The first one starts the looking.</summary>
    /// <returns>The next look, one that is under way included.</returns>
    public Task<Observation<T>> Join()
    {
        lock (_lock)
        {
            _interval = _settings.FirstInterval;

            // But what the server asked for is waited for by all.
            _pause?.Cancel();
            if (_waiters++ == 0)
            {
                _ = RunAsync();
            }

            return _last.Next;
        }
    }

    /// <summary>One less waits.</summary>
    /// <returns>True when it was the last.</returns>
    public bool Leave()
    {
        lock (_lock)
        {
            return --_waiters == 0;
        }
    }

    /// <summary>Ends the looking, a look that is under way too.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        // Off the caller's thread, and out of Join's lock.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            while (!_stopped.IsCancellationRequested)
            {
                await PauseAsync(Publish(await LookAsync().ConfigureAwait(false))).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_stopped.IsCancellationRequested)
        {
            // Nobody waits any more.
        }
    }

    private async Task<Observation<T>> LookAsync()
    {
        await _settings.Slots.WaitAsync(_stopped).ConfigureAwait(false);
        try
        {
            return new Observation<T>(await _look(_stopped).ConfigureAwait(false), failure: null);
        }
        catch (Exception error)
        {
            // Also when nobody waits any more: the loop ends by itself, and no failure stays unobserved.
            return new Observation<T>(record: null, error);
        }
        finally
        {
            _settings.Slots.Release();
        }
    }

    /// <returns>How long to pause, and whether the server asked for it.</returns>
    private (TimeSpan Interval, bool IsAsked) Publish(Observation<T> seen)
    {
        lock (_lock)
        {
            _last.Follow(seen);
            _last = seen;
            var interval = WatchSettings.Jittered(_interval);
            _interval = WatchSettings.Longer(_interval);
            return seen.Failure is SandboxException { RetryAfter: { } asked } && asked > TimeSpan.Zero ? (_settings.Obeyed(asked, interval), true) : (interval, false);
        }
    }

    private async Task PauseAsync((TimeSpan Interval, bool IsAsked) next)
    {
        using var pause = CancellationTokenSource.CreateLinkedTokenSource(_stopped);
        lock (_lock)
        {
            _pause = next.IsAsked ? null : pause;
        }

        await Task.Delay(next.Interval, _settings.TimeProvider, pause.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_lock)
        {
            _pause = null;
        }
    }
}
