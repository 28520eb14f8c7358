namespace Sandbox.Client.Errors;

/// <summary>The credentials do not allow it (403).</summary>
public sealed class SandboxPermissionDeniedException : SandboxException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What happened, and what can be done.</param>
    /// <param name="innerException">What it came from; null for nothing.</param>
    public SandboxPermissionDeniedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
