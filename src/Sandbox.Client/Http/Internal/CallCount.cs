namespace Sandbox.Client.Http.Internal;

/// <summary>The attempts of a call that takes several requests, and its time.</summary>
internal sealed class CallCount(TimeProvider timeProvider)
{
    private readonly long _started = timeProvider.GetTimestamp();

    public int Attempts { get; private set; }

    public TimeSpan Elapsed => timeProvider.GetElapsedTime(_started);

    public void Attempt() => Attempts++;

    /// <summary>Adds the attempts of a part that counted for itself.</summary>
    public void Add(int attempts) => Attempts += attempts;
}
