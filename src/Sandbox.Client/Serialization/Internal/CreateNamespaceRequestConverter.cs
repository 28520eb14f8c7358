using System.Text.Json;
using Sandbox.Client.Models;

namespace Sandbox.Client.Serialization.Internal;

internal sealed class CreateNamespaceRequestConverter : RecordConverter<CreateNamespaceRequest>
{
    public static readonly CreateNamespaceRequestConverter Instance = new();

    public override CreateNamespaceRequest ReadRecord(ref Utf8JsonReader reader)
    {
        WireReader.StartObject(ref reader, "namespace");
        string? name = null;
        string? blobStorageBucket = null;
        string? blobStorageRegion = null;
        while (WireReader.NextMember(ref reader, out var member))
        {
            switch (member)
            {
                case WireName.Name:
                    name = WireReader.ReadText(ref reader, "name");
                    break;
                case WireName.BlobStorageBucket:
                    blobStorageBucket = WireReader.ReadText(ref reader, "blob_storage_bucket");
                    break;
                case WireName.BlobStorageRegion:
                    blobStorageRegion = WireReader.ReadText(ref reader, "blob_storage_region");
                    break;
                default:
                    WireReader.Skip(ref reader);
                    break;
            }
        }

        return new()
        {
            Name = name ?? throw WireReader.Missing("namespace", "name"),
            BlobStorageBucket = blobStorageBucket,
            BlobStorageRegion = blobStorageRegion,
        };
    }

    public override void WriteRecord(Utf8JsonWriter writer, CreateNamespaceRequest value)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, value.Name);
        writer.WriteText("blob_storage_bucket"u8, value.BlobStorageBucket);
        writer.WriteText("blob_storage_region"u8, value.BlobStorageRegion);
        writer.WriteEndObject();
    }
}
