using Sandbox.Client.Errors;

namespace Sandbox.Client.Listing;

/// <summary>A row of a list that can't be read as a record.</summary>
public sealed class UnreadableRow
{
    /// <summary>Describes the row.</summary>
    /// <param name="index">Its position in the list, from 0, over all pages.</param>
    /// <param name="error">What is wrong with it.</param>
    public UnreadableRow(long index, SandboxRowException error)
    {
        ArgumentNullException.ThrowIfNull(error);
        Index = index;
        Error = error;
    }

    /// <summary>Its position in the list, from 0, over all pages.</summary>
    public long Index { get; }

    /// <summary>What is wrong with it.</summary>
    public SandboxRowException Error { get; }
}
