using Sandbox.Client.Listing;

namespace Sandbox.Client.Errors;

/// <summary>A row of a list can't be read. The rows before it were yielded; <see cref="ListOptions.OnUnreadableRow"/> lets a list go on.</summary>
public sealed class SandboxRowException : SandboxResponseException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What happened, and what can be done.</param>
    /// <param name="innerException">What it came from; null for nothing.</param>
    public SandboxRowException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The row's position in the list, from 0, over all pages.</summary>
    public long Index { get; init; }
}
