namespace Sandbox.Client.Errors;

/// <summary>One attempt, with its answer's body, took longer than <see cref="SandboxClientOptions.AttemptTimeout"/>; or a list sent nothing for as long as <see cref="SandboxClientOptions.IdleTimeout"/>.</summary>
public sealed class SandboxAttemptTimeoutException : SandboxRequestTimeoutException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What happened, and what can be done.</param>
    /// <param name="innerException">What it came from; null for nothing.</param>
    public SandboxAttemptTimeoutException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
