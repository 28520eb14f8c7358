namespace Sandbox.Client.Resilience.Internal;

/// <summary>How long to wait before an attempt is repeated.</summary>
internal static class RetryDelays
{
    /// <summary>The wait before a repetition.</summary>
    /// <param name="options">The limits.</param>
    /// <param name="retry">Which repetition, from 0.</param>
    /// <param name="retryAfter">What the server asks for; null when it does not.</param>
    /// <param name="random">From 0 up to below 1.</param>
    public static TimeSpan Next(SandboxRetryOptions options, int retry, TimeSpan? retryAfter, double random)
    {
        if (retryAfter > TimeSpan.Zero)
        {
            return TimeSpan.FromTicks(Math.Min(retryAfter.Value.Ticks, options.MaxRetryAfter.Ticks));
        }

        // Full jitter: many clients that failed at the same moment do not come back at the same moment.
        var longest = Math.Min(options.MaxDelay.Ticks, options.BaseDelay.Ticks * Math.Pow(2, retry));
        return TimeSpan.FromTicks((long)(longest * random));
    }
}
