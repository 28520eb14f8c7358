namespace Sandbox.Client.Errors;

/// <summary>Too many requests (429): wait for <see cref="SandboxException.RetryAfter"/>.</summary>
public sealed class SandboxRateLimitedException : SandboxException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What happened, and what can be done.</param>
    /// <param name="innerException">What it came from; null for nothing.</param>
    public SandboxRateLimitedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
