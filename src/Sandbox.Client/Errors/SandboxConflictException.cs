namespace Sandbox.Client.Errors;

/// <summary>The state of the server forbids it now (409): a pool that is in use, or one id in two namespaces.</summary>
public sealed class SandboxConflictException : SandboxException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What happened, and what can be done.</param>
    /// <param name="innerException">What it came from; null for nothing.</param>
    public SandboxConflictException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
