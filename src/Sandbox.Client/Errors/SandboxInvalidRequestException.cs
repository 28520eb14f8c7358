namespace Sandbox.Client.Errors;

/// <summary>The server refused the request as it is (400, 413, 415, 422 and other 4xx): <see cref="SandboxException.ServerMessage"/> says why.</summary>
public sealed class SandboxInvalidRequestException : SandboxException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What happened, and what can be done.</param>
    /// <param name="innerException">What it came from; null for nothing.</param>
    public SandboxInvalidRequestException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
