namespace Sandbox.Client.Resilience;

/// <summary>How failed attempts are repeated. Which operations may be repeated after what is not a matter of options: see docs/reliability.md.</summary>
public sealed class SandboxRetryOptions
{
    /// <summary>The most times that one operation is repeated, from 0 (never) to 100. Default 3.</summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>The longest wait before the first repetition; it doubles with each. The wait itself is a random part of it. From zero; default 200 ms.</summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The most that <see cref="BaseDelay"/> grows to, from zero. Default 10 s.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The most that a server's <c>Retry-After</c> is obeyed, from zero. Default 60 s. An operation that would not have the time to wait so long
    /// (<see cref="SandboxClientOptions.OperationTimeout"/>) fails at once.</summary>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How many repetitions all calls of a client may make while the server keeps failing, from 1. Each repetition takes one, ten calls that succeed
    /// at once give one back; with none left, calls fail after their first attempt instead of making a bad hour worse. Default 50.</summary>
    public int Budget { get; set; } = 50;

    internal SandboxRetryOptions Copy() => (SandboxRetryOptions)MemberwiseClone();
}
