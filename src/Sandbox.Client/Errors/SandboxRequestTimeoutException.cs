namespace Sandbox.Client.Errors;

/// <summary>The whole operation took longer than <see cref="SandboxClientOptions.OperationTimeout"/>, or the server gave up waiting for the request (408).</summary>
public class SandboxRequestTimeoutException : SandboxException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What happened, and what can be done.</param>
    /// <param name="innerException">What it came from; null for nothing.</param>
    public SandboxRequestTimeoutException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
