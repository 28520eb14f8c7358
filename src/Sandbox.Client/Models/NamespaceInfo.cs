using System.Text.Json.Serialization;
using Sandbox.Client.Serialization;

namespace Sandbox.Client.Models;

/// <summary>A namespace (contract section 1.4).</summary>
[JsonConverter(typeof(SandboxJsonConverter<NamespaceInfo>))]
public sealed record NamespaceInfo
{
    /// <summary>Its name. Any text: servers do not check it, so a listed name is not always one that this client accepts.</summary>
    public required string Name { get; init; }

    /// <summary>When it was created or last posted again, to the millisecond; null when the server did not say.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The bucket that it keeps its data in; null for the server's own.</summary>
    public string? BlobStorageBucket { get; init; }
}
