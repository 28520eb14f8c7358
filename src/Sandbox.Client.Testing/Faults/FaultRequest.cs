namespace Sandbox.Client.Testing.Faults;

/// <summary>A request that a <see cref="FaultServer"/> has received in full.</summary>
public sealed record FaultRequest
{
    /// <summary>Which request of the server it is, in the order in which they were complete: from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Which connection of the server it came on, in the order in which they were accepted: from 1.</summary>
    public required int Connection { get; init; }

    /// <summary>Which request of its connection it is: from 1. From 2 on, the client used a connection again (with HTTP/2, perhaps at the same time).</summary>
    public required int NumberOnConnection { get; init; }

    /// <summary>The method, such as <c>POST</c>.</summary>
    public required string Method { get; init; }

    /// <summary>Path and query as received, with no percent triplet touched.</summary>
    public required string Target { get; init; }

    /// <summary>The headers as received, one entry for each; with HTTP/2 without the pseudo headers, and the authority as <c>Host</c>. Names are not case-sensitive.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    /// <summary>The body; empty when there is none. Default: empty.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }
}
