namespace Sandbox.Client.Waiting.Internal;

/// <summary>How often is looked, and how many looks of a client may be under way together.</summary>
internal sealed class WatchSettings(SandboxClientOptions options)
{
    private const int MostLooks = 16;
    private const double Growth = 1.5;

    private static readonly TimeSpan LongestInterval = TimeSpan.FromSeconds(2);

    public TimeSpan FirstInterval { get; } = TimeSpan.FromMilliseconds(50);

    public TimeProvider TimeProvider => options.TimeProvider;

    /// <summary>One for each look that may be under way.</summary>
    public SemaphoreSlim Slots { get; } = new(MostLooks, MostLooks);

    public static TimeSpan Longer(TimeSpan interval) => interval * Growth < LongestInterval ? interval * Growth : LongestInterval;

    /// <summary>Between half of an interval and the whole.</summary>
    public static TimeSpan Jittered(TimeSpan interval) => interval * ((1 + Random()) / 2);

    /// <summary>What a server asks for, up to the limit that repeated attempts have, but no less than an interval.</summary>
    public TimeSpan Obeyed(TimeSpan asked, TimeSpan interval)
    {
        var obeyed = asked < options.Retry.MaxRetryAfter ? asked : options.Retry.MaxRetryAfter;
        return obeyed > interval ? obeyed : interval;
    }

    // Not a secret: it only spreads looks over time.
#pragma warning disable CA5394
    private static double Random() => System.Random.Shared.NextDouble();
#pragma warning restore CA5394
}
