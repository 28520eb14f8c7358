using System.Text.Json;
using Sandbox.Client.Models;

namespace Sandbox.Client.Serialization.Internal;

internal sealed class NamespaceInfoConverter : RecordConverter<NamespaceInfo>
{
    public static readonly NamespaceInfoConverter Instance = new();

    public override NamespaceInfo ReadRecord(ref Utf8JsonReader reader)
    {
        WireReader.StartObject(ref reader, "namespace");
        string? name = null;
        DateTimeOffset? createdAt = null;
        string? blobStorageBucket = null;
        while (WireReader.NextMember(ref reader, out var member))
        {
            switch (member)
            {
                case WireName.Name:
                    name = WireReader.ReadText(ref reader, "name");
                    break;
                case WireName.CreatedAt:
                    createdAt = WireReader.ReadTime(ref reader, "created_at");
                    break;
                case WireName.BlobStorageBucket:
                    blobStorageBucket = WireReader.ReadText(ref reader, "blob_storage_bucket");
                    break;
                default:
                    WireReader.Skip(ref reader);
                    break;
            }
        }

        return new()
        {
            Name = name ?? throw WireReader.Missing("namespace", "name"),
            CreatedAt = createdAt,
            BlobStorageBucket = blobStorageBucket,
        };
    }

    public override void WriteRecord(Utf8JsonWriter writer, NamespaceInfo value)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, value.Name);
        writer.WriteTime("created_at"u8, value.CreatedAt);
        writer.WriteText("blob_storage_bucket"u8, value.BlobStorageBucket);
        writer.WriteEndObject();
    }
}
