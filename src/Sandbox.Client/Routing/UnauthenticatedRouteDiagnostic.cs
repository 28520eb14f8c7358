namespace Sandbox.Client.Routing;

/// <summary>What is wrong with one entry of a list of public path prefixes, and how to write it.</summary>
public sealed record UnauthenticatedRouteDiagnostic
{
    /// <summary>The position of the entry in the list, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The entry as it was given; null when it was null.</summary>
    public required string? Entry { get; init; }

    /// <summary>The kind of error.</summary>
    public required UnauthenticatedRouteErrorCode Code { get; init; }

    /// <summary>A sentence that says what is wrong and what to write instead. It does not repeat the entry.</summary>
    public required string Message { get; init; }

    /// <summary>Position, entry (shortened, unusual characters as <c>\uXXXX</c>), code and sentence, on one line.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"Route {Index} ({Internal.Quotation.Of(Entry)}) is not valid, {Code}: {Message}";
}
