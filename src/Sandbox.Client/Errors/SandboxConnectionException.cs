namespace Sandbox.Client.Errors;

/// <summary>There was no connection to the server, or it broke before the answer was complete: <see cref="SandboxException.Outcome"/> tells whether the request had left.</summary>
public class SandboxConnectionException : SandboxException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What happened, and what can be done.</param>
    /// <param name="innerException">What it came from; null for nothing.</param>
    public SandboxConnectionException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
