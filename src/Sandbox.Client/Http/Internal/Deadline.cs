using System.Runtime.InteropServices;

namespace Sandbox.Client.Http.Internal;

/// <summary>A token that is cancelled by a clock or by another token, and can tell which.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Deadline : IDisposable
{
    private readonly CancellationTokenSource? _source;
    private readonly CancellationTokenRegistration _registration;
    private readonly CancellationToken _outer;
    private readonly bool _isOutlived;

    private Deadline(CancellationTokenSource? source, CancellationTokenRegistration registration, bool isOutlived, CancellationToken outer)
    {
        _source = source;
        _registration = registration;
        _outer = outer;
        _isOutlived = isOutlived;
    }

    public CancellationToken Token => _source?.Token ?? _outer;

    /// <summary>True when the clock cancelled, not the other token.</summary>
    public bool IsOver => _source is { IsCancellationRequested: true } && !_outer.IsCancellationRequested;

    /// <summary>Starts a time limit.</summary>
    /// <param name="timeout">The limit; infinite for none.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="outer">The other token.</param>
    /// <param name="isOutlived">Whether something may hold the token when the limit has ended, as the stream of a list does on which a handler of the caller's built: then it becomes nobody else's.</param>
    public static Deadline Start(TimeSpan timeout, TimeProvider timeProvider, CancellationToken outer, bool isOutlived = false)
    {
        if (timeout == Timeout.InfiniteTimeSpan)
        {
            return new Deadline(source: null, registration: default, isOutlived, outer);
        }

        var source = isOutlived ? new CancellationTokenSource(timeout, timeProvider) : DeadlineSources.Take(timeout, timeProvider);
        return new Deadline(source, outer.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), source), isOutlived, outer);
    }

    /// <summary>Ends it, once: its token may become that of another.</summary>
    public void Dispose()
    {
        // Waits for a cancellation that comes from outside at this moment; after it none comes.
        _registration.Dispose();
        if (_isOutlived)
        {
            _source?.Dispose();
        }
        else if (_source is not null)
        {
            DeadlineSources.Return(_source);
        }
    }
}
