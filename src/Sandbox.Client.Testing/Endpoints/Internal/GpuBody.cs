using Sandbox.Client.Testing.Json.Internal;

namespace Sandbox.Client.Testing.Endpoints.Internal;

/// <summary>One entry of <c>gpus</c>.</summary>
internal sealed class GpuBody : WireObject
{
    private static readonly WireMember[] All = [new("count", Required: true), new("model", Required: true)];

    public override string TypeName => "GPUResources";

    public override IReadOnlyList<WireMember> Members => All;

    public uint Count { get; private set; }

    public override void ReadMember(string name, ref WireReader reader)
    {
        switch (name)
        {
            case "count":
                Count = (uint)reader.Unsigned(uint.MaxValue, "u32");
                break;
            default:
                reader.String();
                break;
        }
    }

    public static GpuBody Read(ref WireReader reader)
    {
        var body = new GpuBody();
        reader.Object(body);
        return body;
    }
}
