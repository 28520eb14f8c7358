using System.Text.Json;
using Sandbox.Client.Models;

namespace Sandbox.Client.Serialization.Internal;

internal sealed class SandboxGpuConverter : RecordConverter<SandboxGpu>
{
    public static readonly SandboxGpuConverter Instance = new();

    public override SandboxGpu ReadRecord(ref Utf8JsonReader reader)
    {
        WireReader.StartObject(ref reader, "GPU");
        uint? count = null;
        string? model = null;
        while (WireReader.NextMember(ref reader, out var name))
        {
            switch (name)
            {
                case WireName.Count:
                    count = WireReader.ReadUInt32(ref reader, "count");
                    break;
                case WireName.Model:
                    model = WireReader.ReadText(ref reader, "model");
                    break;
                default:
                    WireReader.Skip(ref reader);
                    break;
            }
        }

        return new()
        {
            Count = count ?? throw WireReader.Missing("GPU", "count"),
            Model = model ?? throw WireReader.Missing("GPU", "model"),
        };
    }

    public override void WriteRecord(Utf8JsonWriter writer, SandboxGpu value)
    {
        writer.WriteStartObject();
        writer.WriteNumber("count"u8, value.Count);
        writer.WriteString("model"u8, value.Model);
        writer.WriteEndObject();
    }
}
