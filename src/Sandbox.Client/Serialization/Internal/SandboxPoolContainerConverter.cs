using System.Text.Json;
using Sandbox.Client.Models;

namespace Sandbox.Client.Serialization.Internal;

internal sealed class SandboxPoolContainerConverter : RecordConverter<SandboxPoolContainer>
{
    public static readonly SandboxPoolContainerConverter Instance = new();

    public override SandboxPoolContainer ReadRecord(ref Utf8JsonReader reader)
    {
        WireReader.StartObject(ref reader, "container");
        string? id = null;
        string? state = null;
        string? sandboxId = null;
        string? executorId = null;
        while (WireReader.NextMember(ref reader, out var name))
        {
            switch (name)
            {
                case WireName.Id:
                    id = WireReader.ReadText(ref reader, "id");
                    break;
                case WireName.State:
                    state = WireReader.ReadText(ref reader, "state");
                    break;
                case WireName.SandboxId:
                    sandboxId = WireReader.ReadText(ref reader, "sandbox_id");
                    break;
                case WireName.ExecutorId:
                    executorId = WireReader.ReadText(ref reader, "executor_id");
                    break;
                default:
                    WireReader.Skip(ref reader);
                    break;
            }
        }

        return new()
        {
            Id = id ?? throw WireReader.Missing("container", "id"),
            State = state is null ? default : new SandboxPoolContainerState(state),
            SandboxId = sandboxId,
            ExecutorId = executorId,
        };
    }

    public override void WriteRecord(Utf8JsonWriter writer, SandboxPoolContainer value)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, value.Id);
        writer.WriteText("state"u8, value.State.IsSpecified ? value.State.Value : null);
        writer.WriteText("sandbox_id"u8, value.SandboxId);
        writer.WriteText("executor_id"u8, value.ExecutorId);
        writer.WriteEndObject();
    }
}
