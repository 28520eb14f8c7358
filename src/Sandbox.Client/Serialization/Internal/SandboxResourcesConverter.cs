using System.Text.Json;
using Sandbox.Client.Models;

namespace Sandbox.Client.Serialization.Internal;

internal sealed class SandboxResourcesConverter : RecordConverter<SandboxResources>
{
    public static readonly SandboxResourcesConverter Instance = new();

    public override SandboxResources ReadRecord(ref Utf8JsonReader reader)
    {
        WireReader.StartObject(ref reader, "resources object");
        double? cpus = null;
        ulong? memoryMb = null;
        ulong? ephemeralDiskMb = null;
        while (WireReader.NextMember(ref reader, out var name))
        {
            switch (name)
            {
                case WireName.Cpus:
                    cpus = WireReader.ReadDouble(ref reader, "cpus");
                    break;
                case WireName.MemoryMb:
                    memoryMb = WireReader.ReadUInt64(ref reader, "memory_mb");
                    break;
                case WireName.EphemeralDiskMb:
                    ephemeralDiskMb = WireReader.ReadUInt64(ref reader, "ephemeral_disk_mb");
                    break;
                default:
                    WireReader.Skip(ref reader);
                    break;
            }
        }

        return new()
        {
            Cpus = cpus,
            MemoryMb = memoryMb,
            EphemeralDiskMb = ephemeralDiskMb,
        };
    }

    public override void WriteRecord(Utf8JsonWriter writer, SandboxResources value)
    {
        writer.WriteStartObject();
        writer.WriteDouble("cpus"u8, value.Cpus);
        writer.WriteUInt64("memory_mb"u8, value.MemoryMb);
        writer.WriteUInt64("ephemeral_disk_mb"u8, value.EphemeralDiskMb);
        writer.WriteEndObject();
    }
}
