using System.Text.Json;
using Sandbox.Client.Models;

namespace Sandbox.Client.Serialization.Internal;

internal sealed class CreatedSandboxPoolConverter : RecordConverter<CreatedSandboxPool>
{
    public static readonly CreatedSandboxPoolConverter Instance = new();

    public override CreatedSandboxPool ReadRecord(ref Utf8JsonReader reader)
    {
        WireReader.StartObject(ref reader, "created pool");
        string? id = null;
        string? namespaceName = null;
        while (WireReader.NextMember(ref reader, out var name))
        {
            switch (name)
            {
                case WireName.PoolId:
                case WireName.Id:
                    id = WireReader.ReadIdentifier(ref reader, "pool_id") ?? id;
                    break;
                case WireName.Namespace:
                    namespaceName = WireReader.ReadText(ref reader, "namespace");
                    break;
                default:
                    WireReader.Skip(ref reader);
                    break;
            }
        }

        return new()
        {
            Id = id ?? throw WireReader.Missing("created pool", "pool_id"),
            Namespace = namespaceName ?? throw WireReader.Missing("created pool", "namespace"),
        };
    }

    public override void WriteRecord(Utf8JsonWriter writer, CreatedSandboxPool value)
    {
        writer.WriteStartObject();
        writer.WriteString("pool_id"u8, value.Id);
        writer.WriteString("namespace"u8, value.Namespace);
        writer.WriteEndObject();
    }
}
