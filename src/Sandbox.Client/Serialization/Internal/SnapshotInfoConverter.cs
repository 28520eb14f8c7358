using System.Text.Json;
using Sandbox.Client.Models;

namespace Sandbox.Client.Serialization.Internal;

internal sealed class SnapshotInfoConverter : RecordConverter<SnapshotInfo>
{
    public static readonly SnapshotInfoConverter Instance = new();

    public override SnapshotInfo ReadRecord(ref Utf8JsonReader reader)
    {
        WireReader.StartObject(ref reader, "snapshot");
        string? id = null;
        string? namespaceName = null;
        string? sandboxId = null;
        string? baseImage = null;
        string? status = null;
        string? error = null;
        string? snapshotUri = null;
        ulong? sizeBytes = null;
        DateTimeOffset? createdAt = null;
        while (WireReader.NextMember(ref reader, out var name))
        {
            switch (name)
            {
                case WireName.Id:
                case WireName.SnapshotId:
                    id = WireReader.ReadIdentifier(ref reader, "id") ?? id;
                    break;
                case WireName.Namespace:
                    namespaceName = WireReader.ReadText(ref reader, "namespace");
                    break;
                case WireName.SandboxId:
                    sandboxId = WireReader.ReadText(ref reader, "sandbox_id");
                    break;
                case WireName.BaseImage:
                    baseImage = WireReader.ReadText(ref reader, "base_image");
                    break;
                case WireName.Status:
                    status = WireReader.ReadText(ref reader, "status");
                    break;
                case WireName.Error:
                    error = WireReader.ReadText(ref reader, "error");
                    break;
                case WireName.SnapshotUri:
                    snapshotUri = WireReader.ReadText(ref reader, "snapshot_uri");
                    break;
                case WireName.SizeBytes:
                    sizeBytes = WireReader.ReadUInt64(ref reader, "size_bytes");
                    break;
                case WireName.CreatedAt:
                    createdAt = WireReader.ReadTime(ref reader, "created_at");
                    break;
                default:
                    WireReader.Skip(ref reader);
                    break;
            }
        }

        return new()
        {
            Id = id ?? throw WireReader.Missing("snapshot", "id"),
            Namespace = namespaceName ?? throw WireReader.Missing("snapshot", "namespace"),
            SandboxId = sandboxId ?? throw WireReader.Missing("snapshot", "sandbox_id"),
            BaseImage = baseImage,
            Status = status is null ? default : new SnapshotStatus(status),
            Error = error,
            SnapshotUri = snapshotUri,
            SizeBytes = sizeBytes,
            CreatedAt = createdAt,
        };
    }

    public override void WriteRecord(Utf8JsonWriter writer, SnapshotInfo value)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, value.Id);
        writer.WriteString("namespace"u8, value.Namespace);
        writer.WriteString("sandbox_id"u8, value.SandboxId);
        writer.WriteText("base_image"u8, value.BaseImage);
        writer.WriteText("status"u8, value.Status.IsSpecified ? value.Status.Value : null);
        writer.WriteText("error"u8, value.Error);
        writer.WriteText("snapshot_uri"u8, value.SnapshotUri);
        writer.WriteUInt64("size_bytes"u8, value.SizeBytes);
        writer.WriteTime("created_at"u8, value.CreatedAt);
        writer.WriteEndObject();
    }
}
