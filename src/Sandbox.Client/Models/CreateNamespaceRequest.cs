using System.Text.Json.Serialization;
using Sandbox.Client.Serialization;

namespace Sandbox.Client.Models;

/// <summary>A namespace to make (contract section 1.4). Posting a name again replaces bucket, region and time of creation; the server gives no conflict.</summary>
[JsonConverter(typeof(SandboxJsonConverter<CreateNamespaceRequest>))]
public sealed record CreateNamespaceRequest
{
    /// <summary>Its name: see <see cref="SandboxIdentifier"/>.</summary>
    public required string Name { get; init; }

    /// <summary>The bucket for its data; null for the server's own. Needs <see cref="BlobStorageRegion"/>.</summary>
    public string? BlobStorageBucket { get; init; }

    /// <summary>The region of the bucket; null for none.</summary>
    public string? BlobStorageRegion { get; init; }
}
