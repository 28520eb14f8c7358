using Sandbox.Client.Testing.Json.Internal;

namespace Sandbox.Client.Testing.Endpoints.Internal;

/// <summary>
/// <c>resources</c> of a request. Leaving the whole object out and leaving members out are different things with different defaults (contract section 1.6.1).
/// </summary>
internal sealed class ResourcesBody : WireObject
{
    private static readonly WireMember[] All = [new("cpus"), new("memory_mb"), new("ephemeral_disk_mb"), new("gpus")];

    /// <summary>What a request without <c>resources</c> gets.</summary>
    public static ResourcesBody Omitted { get; } = new() { Cpus = 1.0, MemoryMegabytes = 1024 };

    public override string TypeName => "SandboxResources";

    public override IReadOnlyList<WireMember> Members => All;

    public double Cpus { get; private set; } = 0.1;

    public ulong MemoryMegabytes { get; private set; } = 256;

    public ulong DiskMegabytes { get; private set; } = 1024;

    /// <summary>Null when no GPU was named; only the first of the list counts.</summary>
    public bool? NeedsGpu { get; private set; }

    public override void ReadMember(string name, ref WireReader reader)
    {
        switch (name)
        {
            case "cpus":
                Cpus = reader.Double();
                break;
            case "memory_mb":
                MemoryMegabytes = reader.Unsigned(ulong.MaxValue, "u64");
                break;
            case "ephemeral_disk_mb":
                DiskMegabytes = reader.Unsigned(ulong.MaxValue, "u64");
                break;
            default:
                NeedsGpu = reader.List(GpuBody.Read) is [var first, ..] ? first.Count > 0 : null;
                break;
        }
    }

    public static ResourcesBody Read(ref WireReader reader)
    {
        var body = new ResourcesBody();
        reader.Object(body);
        return body;
    }
}
