namespace Sandbox.Client.Http.Internal;

/// <summary>Makes the addresses of requests: the only place that escapes.</summary>
internal sealed class RequestUris(Uri endpoint)
{
    // Everything is escaped here already; a second look at it could only change its meaning (it would decode %2E, for one).
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly string _prefix = endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/');

    /// <summary>A name as one path segment (RFC 3986, section 3.3): all but unreserved characters become UTF-8 triplets.</summary>
    public static string Escape(string name) => Uri.EscapeDataString(name);

    /// <param name="operation">Gives the path.</param>
    /// <param name="namespaceSegment">The namespace, escaped.</param>
    /// <param name="id">The id, not escaped; null where the path has none.</param>
    /// <param name="cursor">What a page of a list gave for the next one; null for none.</param>
    public Uri Create(Operation operation, string namespaceSegment, string? id, string? cursor = null)
    {
        var text = operation.Path.Fill(_prefix, namespaceSegment, id is null ? null : Escape(id));
        return new Uri(cursor is null ? text : $"{text}?cursor={Uri.EscapeDataString(cursor)}", in AsWritten);
    }
}
