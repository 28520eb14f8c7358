namespace Sandbox.Client.Errors;

/// <summary>The server, or what stands in front of it, failed (5xx).</summary>
public sealed class SandboxServerException : SandboxException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What happened, and what can be done.</param>
    /// <param name="innerException">What it came from; null for nothing.</param>
    public SandboxServerException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
