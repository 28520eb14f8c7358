using System.Text.Json;
using Sandbox.Client.Models;

namespace Sandbox.Client.Serialization.Internal;

internal sealed class CreatedSnapshotConverter : RecordConverter<CreatedSnapshot>
{
    public static readonly CreatedSnapshotConverter Instance = new();

    public override CreatedSnapshot ReadRecord(ref Utf8JsonReader reader)
    {
        WireReader.StartObject(ref reader, "created snapshot");
        string? id = null;
        string? status = null;
        while (WireReader.NextMember(ref reader, out var name))
        {
            switch (name)
            {
                case WireName.SnapshotId:
                case WireName.Id:
                    id = WireReader.ReadIdentifier(ref reader, "snapshot_id") ?? id;
                    break;
                case WireName.Status:
                    status = WireReader.ReadText(ref reader, "status");
                    break;
                default:
                    WireReader.Skip(ref reader);
                    break;
            }
        }

        return new()
        {
            Id = id ?? throw WireReader.Missing("created snapshot", "snapshot_id"),
            Status = status is null ? default : new SnapshotStatus(status),
        };
    }

    public override void WriteRecord(Utf8JsonWriter writer, CreatedSnapshot value)
    {
        writer.WriteStartObject();
        writer.WriteString("snapshot_id"u8, value.Id);
        writer.WriteText("status"u8, value.Status.IsSpecified ? value.Status.Value : null);
        writer.WriteEndObject();
    }
}
