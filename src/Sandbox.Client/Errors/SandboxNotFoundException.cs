namespace Sandbox.Client.Errors;

/// <summary>The sandbox, pool, snapshot or namespace does not exist (404 with a text). An empty 404 is a <see cref="SandboxFeatureNotSupportedException"/>.</summary>
public sealed class SandboxNotFoundException : SandboxException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What happened, and what can be done.</param>
    /// <param name="innerException">What it came from; null for nothing.</param>
    public SandboxNotFoundException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
