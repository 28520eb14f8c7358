using System.Text.Json;
using Sandbox.Client.Models;

namespace Sandbox.Client.Serialization.Internal;

internal sealed class CreatedSandboxConverter : RecordConverter<CreatedSandbox>
{
    public static readonly CreatedSandboxConverter Instance = new();

    public override CreatedSandbox ReadRecord(ref Utf8JsonReader reader)
    {
        WireReader.StartObject(ref reader, "created sandbox");
        string? id = null;
        string? status = null;
        string? pendingReason = null;
        while (WireReader.NextMember(ref reader, out var name))
        {
            switch (name)
            {
                case WireName.SandboxId:
                case WireName.Id:
                    id = WireReader.ReadIdentifier(ref reader, "sandbox_id") ?? id;
                    break;
                case WireName.Status:
                    status = WireReader.ReadText(ref reader, "status");
                    break;
                case WireName.PendingReason:
                    pendingReason = WireReader.ReadText(ref reader, "pending_reason");
                    break;
                default:
                    WireReader.Skip(ref reader);
                    break;
            }
        }

        return new()
        {
            Id = id ?? throw WireReader.Missing("created sandbox", "sandbox_id"),
            Status = status is null ? default : new SandboxStatus(status),
            PendingReason = pendingReason is null ? null : new SandboxPendingReason(pendingReason),
        };
    }

    public override void WriteRecord(Utf8JsonWriter writer, CreatedSandbox value)
    {
        writer.WriteStartObject();
        writer.WriteString("sandbox_id"u8, value.Id);
        writer.WriteText("status"u8, value.Status.IsSpecified ? value.Status.Value : null);
        writer.WriteText("pending_reason"u8, value.PendingReason?.Value);
        writer.WriteEndObject();
    }
}
