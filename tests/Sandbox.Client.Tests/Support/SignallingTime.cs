using Microsoft.Extensions.Time.Testing;

namespace Sandbox.Client.Tests.Support;

/// <summary>A clock that stands still and tells when somebody begins to wait for longer than a given time.</summary>
internal sealed class SignallingTime(TimeSpan atLeast, TaskCompletionSource waits) : FakeTimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime >= atLeast)
        {
            waits.TrySetResult();
        }

        return timer;
    }
}
