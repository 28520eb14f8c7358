using Sandbox.Client.Models;

namespace Sandbox.Client.Errors;

/// <summary>The sandbox ended while another status was waited for: <see cref="SandboxInfo.Outcome"/> of <see cref="Sandbox"/> says how, for example
/// <see cref="SandboxOutcome.ExecutorRemoved"/>.</summary>
public sealed class SandboxTerminatedException : SandboxException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What happened, and what can be done.</param>
    /// <param name="sandbox">The sandbox as it ended.</param>
    /// <param name="innerException">What it came from; null for nothing.</param>
    public SandboxTerminatedException(string message, SandboxInfo sandbox, Exception? innerException = null)
        : base(message, innerException) => Sandbox = sandbox;

    /// <summary>The sandbox as it ended.</summary>
    public SandboxInfo Sandbox { get; }
}
