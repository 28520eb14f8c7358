namespace Sandbox.Client.Testing.State.Internal;

/// <summary>
/// What will happen, and when. Nothing ticks: whoever looks at the state first moves the timeline to now, so a test with a fake clock sees everything that is
/// due, in order, and no timer is left when it ends.
/// </summary>
internal sealed class Timeline(TimeProvider timeProvider)
{
    private readonly PriorityQueue<Action, (TimeSpan Due, long Sequence)> _events = new();
    private readonly long _start = timeProvider.GetTimestamp();
    private long _sequence;

    /// <summary>Since the start; while an event runs, the moment it was due.</summary>
    public TimeSpan Now { get; private set; }

    public DateTimeOffset UtcNow => timeProvider.GetUtcNow();

    /// <summary>Runs <paramref name="action"/> after this delay; at once when there is none.</summary>
    public void After(TimeSpan delay, Action action)
    {
        if (delay <= TimeSpan.Zero)
        {
            action();
        }
        else if (delay < TimeSpan.MaxValue - Now)
        {
            _events.Enqueue(action, (Now + delay, _sequence++));
        }
    }

    public void MoveToNow()
    {
        var now = timeProvider.GetElapsedTime(_start);
        while (_events.TryPeek(out var action, out var when) && when.Due <= now)
        {
            _events.Dequeue();
            Now = when.Due;
            action();
        }

        Now = now > Now ? now : Now;
    }
}
