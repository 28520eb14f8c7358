using System.Text.Json;
using Sandbox.Client.Models;

namespace Sandbox.Client.Serialization.Internal;

/// <summary>
/// The request's <c>resources</c>. The server has two sets of defaults, for the whole object left out and for a member left out, and takes a
/// zero in a restore for "as in the snapshot" (contract section 1.6.1 and 1.6.2). Here all three members are sent, or none.
/// </summary>
internal static class WireResources
{
    private const double DefaultCpus = 1;
    private const ulong DefaultMemoryMb = 1024;
    private const ulong DefaultEphemeralDiskMb = 1024;

    public static void Write(Utf8JsonWriter writer, SandboxResources? resources, ValueList<SandboxGpu>? gpus, bool isRestore)
    {
        var hasGpus = gpus is { Count: > 0 };
        if (resources is null && !hasGpus && !isRestore)
        {
            return;
        }

        writer.WriteStartObject("resources"u8);
        writer.WriteNumber("cpus"u8, resources?.Cpus ?? (isRestore ? 0 : DefaultCpus));
        writer.WriteNumber("memory_mb"u8, resources?.MemoryMb ?? (isRestore ? 0 : DefaultMemoryMb));
        writer.WriteNumber("ephemeral_disk_mb"u8, resources?.EphemeralDiskMb ?? (isRestore ? 0 : DefaultEphemeralDiskMb));
        if (hasGpus)
        {
            writer.WriteStartArray("gpus"u8);
            foreach (var gpu in gpus!)
            {
                SandboxGpuConverter.Instance.WriteRecord(writer, gpu);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static (SandboxResources? Resources, ValueList<SandboxGpu> Gpus) Read(ref Utf8JsonReader reader)
    {
        WireReader.StartObject(ref reader, "resources object");
        double? cpus = null;
        ulong? memory = null;
        ulong? disk = null;
        ValueList<SandboxGpu> gpus = [];
        while (WireReader.NextMember(ref reader, out var name))
        {
            switch (name)
            {
                case WireName.Cpus:
                    cpus = WireReader.ReadDouble(ref reader, "cpus");
                    break;
                case WireName.MemoryMb:
                    memory = WireReader.ReadUInt64(ref reader, "memory_mb");
                    break;
                case WireName.EphemeralDiskMb:
                    disk = WireReader.ReadUInt64(ref reader, "ephemeral_disk_mb");
                    break;
                case WireName.Gpus:
                    gpus = WireReader.ReadRecords(ref reader, "gpus", SandboxGpuConverter.Instance);
                    break;
                default:
                    WireReader.Skip(ref reader);
                    break;
            }
        }

        return (new() { Cpus = cpus, MemoryMb = memory, EphemeralDiskMb = disk }, gpus);
    }

    /// <summary>The same request means the same: what a restore inherits is not given.</summary>
    public static SandboxResources? WithoutInherited(SandboxResources? resources)
    {
        if (resources is null)
        {
            return null;
        }

        var given = new SandboxResources
        {
            Cpus = resources.Cpus > 0 ? resources.Cpus : null,
            MemoryMb = resources.MemoryMb > 0 ? resources.MemoryMb : null,
            EphemeralDiskMb = resources.EphemeralDiskMb > 0 ? resources.EphemeralDiskMb : null,
        };
        return given == new SandboxResources() ? null : given;
    }
}
