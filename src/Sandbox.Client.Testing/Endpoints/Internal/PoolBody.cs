using Sandbox.Client.Testing.Json.Internal;
using Sandbox.Client.Testing.State.Internal;

namespace Sandbox.Client.Testing.Endpoints.Internal;

/// <summary>The body of both a pool's create and its update (contract section 1.7.1).</summary>
internal sealed class PoolBody(ServerDialect dialect) : WireObject
{
    private readonly AccessBody _access = new();
    private string _image = "";
    private ResourcesBody _resources = ResourcesBody.Omitted;
    private IReadOnlyList<string>? _entrypoint;
    private IReadOnlyList<string> _secretNames = [];
    private ulong _timeoutSeconds;
    private uint? _maxContainers;
    private uint? _warmContainers;
    private NetworkRules? _network;

    public override string TypeName => "SandboxPoolRequest";

    public override IReadOnlyList<WireMember> Members { get; } =
    [
        new("image", Required: true), new("resources"), new("entrypoint"), new("secret_names"), new("timeout_secs"), new("max_containers"), new("warm_containers"),
        .. AccessBody.Members(dialect, hasAlias: false),
        .. dialect == ServerDialect.Ports ? [new WireMember("network")] : Array.Empty<WireMember>(),
    ];

    public override void ReadMember(string name, ref WireReader reader)
    {
        switch (name)
        {
            case "image":
                _image = reader.String();
                break;
            case "resources":
                _resources = ResourcesBody.Read(ref reader);
                break;
            case "entrypoint":
                _entrypoint = reader.IsNull ? null : reader.Strings();
                break;
            case "secret_names":
                _secretNames = reader.Strings();
                break;
            case "timeout_secs":
                _timeoutSeconds = reader.Unsigned(ulong.MaxValue, "u64");
                break;
            case "max_containers":
                _maxContainers = reader.IsNull ? null : (uint)reader.Unsigned(uint.MaxValue, "u32");
                break;
            case "warm_containers":
                _warmContainers = reader.IsNull ? null : (uint)reader.Unsigned(uint.MaxValue, "u32");
                break;
            case "network":
                _network = reader.IsNull ? null : NetworkBody.Read(ref reader);
                break;
            default:
                _access.ReadMember(name, ref reader);
                break;
        }
    }

    public PoolDefinition ToDefinition() => new(
        new ContainerSpecification
        {
            Image = _image,
            Resources = new ContainerResources(
                ContainerResources.ToThousandths(_resources.Cpus), _resources.MemoryMegabytes, _resources.DiskMegabytes, _resources.NeedsGpu ?? false),
            Entrypoint = _entrypoint,
            SecretNames = _secretNames,
            TimeoutSeconds = _timeoutSeconds,
            Network = _network,
            UnauthenticatedRoutes = _access.UnauthenticatedRoutes,
            AllowUnauthenticatedAccess = _access.AllowUnauthenticatedAccess,
            ExposedPorts = _access.ExposedPorts,
        },
        _maxContainers,
        _warmContainers);
}
