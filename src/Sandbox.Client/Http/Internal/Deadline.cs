using System.Runtime.InteropServices;

namespace Sandbox.Client.Http.Internal;

/// <summary>A token that is cancelled by a clock or by another token, and can tell which.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Deadline : IDisposable
{
    private readonly CancellationTokenSource? _source;
    private readonly CancellationTokenRegistration _registration;
    private readonly CancellationToken _outer;

    private Deadline(CancellationTokenSource? source, CancellationTokenRegistration registration, CancellationToken outer)
    {
        _source = source;
        _registration = registration;
        _outer = outer;
    }

    public CancellationToken Token => _source?.Token ?? _outer;

    /// <summary>True when the clock cancelled, not the other token.</summary>
    public bool IsOver => _source is { IsCancellationRequested: true } && !_outer.IsCancellationRequested;

    public static Deadline Start(TimeSpan timeout, TimeProvider timeProvider, CancellationToken outer)
    {
        if (timeout == Timeout.InfiniteTimeSpan)
        {
            return new Deadline(source: null, registration: default, outer);
        }

        var source = DeadlineSources.Take(timeout, timeProvider);
        return new Deadline(source, outer.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), source), outer);
    }

    /// <summary>Ends it, once: its token may become another's.</summary>
    public void Dispose()
    {
        // Waits for a cancellation that comes from outside at this moment; after it none comes.
        _registration.Dispose();
        if (_source is not null)
        {
            DeadlineSources.Return(_source);
        }
    }
}
