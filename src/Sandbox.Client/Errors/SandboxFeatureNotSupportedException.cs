namespace Sandbox.Client.Errors;

/// <summary>This server does not have what was asked for: no such endpoint (an empty 404, 405, 501), often an older server or a wrong address; or a setting that it dropped.</summary>
public sealed class SandboxFeatureNotSupportedException : SandboxException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What happened, and what can be done.</param>
    /// <param name="innerException">What it came from; null for nothing.</param>
    public SandboxFeatureNotSupportedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
