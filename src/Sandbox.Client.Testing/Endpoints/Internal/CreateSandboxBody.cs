using Sandbox.Client.Testing.Json.Internal;
using Sandbox.Client.Testing.State.Internal;

namespace Sandbox.Client.Testing.Endpoints.Internal;

/// <summary>Contract section 1.6.2.</summary>
internal sealed class CreateSandboxBody(ServerDialect dialect) : WireObject
{
    public override string TypeName => "CreateSandboxRequest";

    public override IReadOnlyList<WireMember> Members { get; } =
    [
        new("image"), new("resources"), new("secret_names"), new("timeout_secs"), new("entrypoint"), new("network"), new("snapshot_id"),
        .. AccessBody.Members(dialect, hasAlias: true),
    ];

    public string? Image { get; private set; }

    public ResourcesBody Resources { get; private set; } = ResourcesBody.Omitted;

    public IReadOnlyList<string> SecretNames { get; private set; } = [];

    public ulong? TimeoutSeconds { get; private set; }

    public IReadOnlyList<string>? Entrypoint { get; private set; }

    public NetworkRules? Network { get; private set; }

    public string? SnapshotId { get; private set; }

    public AccessBody Access { get; } = new();

    public override void ReadMember(string name, ref WireReader reader)
    {
        switch (name)
        {
            case "image":
                Image = reader.IsNull ? null : reader.String();
                break;
            case "resources":
                Resources = ResourcesBody.Read(ref reader);
                break;
            case "secret_names":
                SecretNames = reader.Strings();
                break;
            case "timeout_secs":
                TimeoutSeconds = reader.IsNull ? null : reader.Unsigned(ulong.MaxValue, "u64");
                break;
            case "entrypoint":
                Entrypoint = reader.IsNull ? null : reader.Strings();
                break;
            case "network":
                Network = reader.IsNull ? null : NetworkBody.Read(ref reader);
                break;
            case "snapshot_id":
                SnapshotId = reader.IsNull ? null : reader.String();
                break;
            default:
                Access.ReadMember(name, ref reader);
                break;
        }
    }
}
