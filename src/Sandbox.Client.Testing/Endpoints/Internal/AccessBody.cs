using Sandbox.Client.Testing.Json.Internal;

namespace Sandbox.Client.Testing.Endpoints.Internal;

/// <summary>The access fields of a request. Those of another dialect are unknown members like any other: ignored, not even checked.</summary>
internal sealed class AccessBody
{
    private const string Routes = "unauthenticated_routes";
    private const string Allow = "allow_unauthenticated_access";
    private const string Ports = "exposed_ports";

    public IReadOnlyList<string> UnauthenticatedRoutes { get; private set; } = [];

    public bool AllowUnauthenticatedAccess { get; private set; }

    public IReadOnlyList<ushort>? ExposedPorts { get; private set; }

    /// <param name="dialect">Decides which there are.</param>
    /// <param name="hasAlias">Sandboxes know an older name of the second one, pools do not.</param>
    public static IReadOnlyList<WireMember> Members(ServerDialect dialect, bool hasAlias) => dialect switch
    {
        ServerDialect.Ports => [new(Allow, hasAlias ? "allow_unauthenticated_proxy_access" : null), new(Ports)],
        ServerDialect.Routes => [new(Routes)],
        _ => [],
    };

    public void ReadMember(string name, ref WireReader reader)
    {
        switch (name)
        {
            case Routes:
                UnauthenticatedRoutes = reader.Strings();
                break;
            case Allow:
                AllowUnauthenticatedAccess = reader.Boolean();
                break;
            case Ports:
                ExposedPorts = reader.IsNull ? null : reader.List(static (ref WireReader r) => (ushort)r.Unsigned(ushort.MaxValue, "u16"));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(name), name, "No access field.");
        }
    }
}
