using System.Text.Json;
using Sandbox.Client.Models;

namespace Sandbox.Client.Serialization.Internal;

internal sealed class SandboxPoolDetailConverter : RecordConverter<SandboxPoolDetail>
{
    public static readonly SandboxPoolDetailConverter Instance = new();

    public override SandboxPoolDetail ReadRecord(ref Utf8JsonReader reader) => new()
    {
        Pool = SandboxPoolInfoConverter.ReadPool(ref reader, out var containers),
        Containers = containers,
    };

    public override void WriteRecord(Utf8JsonWriter writer, SandboxPoolDetail value)
    {
        writer.WriteStartObject();
        SandboxPoolInfoConverter.WriteMembers(writer, value.Pool);
        writer.WriteStartArray("containers"u8);
        foreach (var container in value.Containers)
        {
            SandboxPoolContainerConverter.Instance.WriteRecord(writer, container);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
