namespace Sandbox.Client.Errors;

/// <summary>Credentials are missing or not accepted (401): set <see cref="SandboxClientOptions.ApiKey"/>.</summary>
public sealed class SandboxUnauthenticatedException : SandboxException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What happened, and what can be done.</param>
    /// <param name="innerException">What it came from; null for nothing.</param>
    public SandboxUnauthenticatedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
