using Sandbox.Client.Testing.Json.Internal;

namespace Sandbox.Client.Testing.Endpoints.Internal;

/// <summary>Contract section 1.4.</summary>
internal sealed class NamespaceBody : WireObject
{
    private static readonly WireMember[] All =
    [
        new("name", Required: true), new("blob_storage_bucket", RequiredInArray: true), new("blob_storage_region", RequiredInArray: true),
    ];

    public override string TypeName => "CreateNamespace";

    public override IReadOnlyList<WireMember> Members => All;

    public string Name { get; private set; } = "";

    public string? BlobStorageBucket { get; private set; }

    public string? BlobStorageRegion { get; private set; }

    public override void ReadMember(string name, ref WireReader reader)
    {
        switch (name)
        {
            case "name":
                Name = reader.String();
                break;
            case "blob_storage_bucket":
                BlobStorageBucket = reader.IsNull ? null : reader.String();
                break;
            default:
                BlobStorageRegion = reader.IsNull ? null : reader.String();
                break;
        }
    }
}
