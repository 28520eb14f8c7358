using Microsoft.Extensions.Time.Testing;

namespace Sandbox.Client.Tests.Support;

/// <summary>A clock that runs ahead through every wait but the default time-outs, and remembers how long each wait was.</summary>
internal sealed class VirtualTime : FakeTimeProvider
{
    private readonly HashSet<TimeSpan> _timeouts = [TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(100), TimeSpan.FromMinutes(5)];
    private readonly List<TimeSpan> _waits = [];
    private long _ticksAhead;
    private TimeSpan _jump;

    /// <summary>The waits so far.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_waits)
            {
                return [.. _waits];
            }
        }
    }

    /// <summary>A time that is a time-out, not a wait: the clock stands still for it.</summary>
    public void IsTimeout(TimeSpan timeout) => _timeouts.Add(timeout);

    /// <summary>From now on the time jumps by as much at each wait, and no timer notices: a machine that slept.</summary>
    public void JumpAtWaits(TimeSpan jump) => _jump = jump;

    public override long GetTimestamp() => base.GetTimestamp() + Interlocked.Read(ref _ticksAhead);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && !_timeouts.Contains(dueTime))
        {
            lock (_waits)
            {
                _waits.Add(dueTime);
            }

            Interlocked.Add(ref _ticksAhead, _jump.Ticks);
            // Not on this thread: who makes a timer may hold a lock that its callback needs.
            ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
        }

        return timer;
    }
}
