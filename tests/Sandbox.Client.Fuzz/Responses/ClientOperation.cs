using Sandbox.Client.Listing;

namespace Sandbox.Client.Fuzz.Responses;

/// <summary>One call of the client.</summary>
/// <param name="Name">Its name in errors.</param>
/// <param name="Method">The request's method.</param>
/// <param name="Path">The end of the request's path; <c>*</c> stands for one segment.</param>
/// <param name="Record">What a success is read as; null when it says nothing.</param>
internal abstract record ClientOperation(string Name, string Method, string Path, Type? Record)
{
    /// <summary>A call whose answer is one record, or nothing.</summary>
    internal sealed record Answer(string Name, string Method, string Path, Type? Record, Func<SandboxClient, Task<object?>> Call) : ClientOperation(Name, Method, Path, Record)
    {
        /// <summary>Whether "no such thing" is an answer.</summary>
        public bool Finds { get; init; }
    }

    /// <summary>A call whose answer is a list.</summary>
    internal sealed record Rows(string Name, string Path, Type Row, string Member, Func<SandboxClient, ListOptions?, IAsyncEnumerable<object>> Call, Func<object, string?> NamespaceOf)
        : ClientOperation(Name, "GET", Path, Row);
}
