namespace Sandbox.Client.Errors;

/// <summary>No connection within <see cref="SandboxClientOptions.ConnectTimeout"/>. The request never left.</summary>
public sealed class SandboxConnectTimeoutException : SandboxConnectionException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What happened, and what can be done.</param>
    /// <param name="innerException">What it came from; null for nothing.</param>
    public SandboxConnectTimeoutException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
