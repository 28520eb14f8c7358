namespace Sandbox.Client.Errors;

/// <summary>The answer can't be read: not the JSON of this API, cut short, too large, or a status that means nothing here (1xx, 3xx; redirects are never followed).</summary>
public class SandboxResponseException : SandboxException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What happened, and what can be done.</param>
    /// <param name="innerException">What it came from; null for nothing.</param>
    public SandboxResponseException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
