namespace Sandbox.Client.Models.Internal;

/// <summary>Timeouts between <see cref="TimeSpan"/> and the wire's whole seconds, where 0 means "never" (contract sections 1.6.2 and 3.4).</summary>
internal static class WireTimeout
{
    private const ulong LargestSeconds = (ulong)(long.MaxValue / TimeSpan.TicksPerSecond);

    public static TimeSpan? ToTimeSpan(ulong? seconds) => seconds switch
    {
        null => null,
        0 => Timeout.InfiniteTimeSpan,
        > LargestSeconds => TimeSpan.MaxValue,
        _ => TimeSpan.FromTicks((long)seconds.Value * TimeSpan.TicksPerSecond),
    };

    /// <summary>Rounds up: half a second rounded down would be 0, a sandbox that never ends.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero or negative.</exception>
    public static ulong? ToSeconds(TimeSpan? value)
    {
        if (value is not { } timeout)
        {
            return null;
        }

        if (timeout == Timeout.InfiniteTimeSpan)
        {
            return 0;
        }

        if (timeout <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(value), timeout, "A timeout must be longer than zero. Write Timeout.InfiniteTimeSpan for none, or null for the server's default.");
        }

        var (seconds, rest) = Math.DivRem((ulong)timeout.Ticks, (ulong)TimeSpan.TicksPerSecond);
        return rest == 0 ? seconds : seconds + 1;
    }
}
