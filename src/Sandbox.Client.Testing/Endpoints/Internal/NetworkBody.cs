using Sandbox.Client.Testing.Json.Internal;
using Sandbox.Client.Testing.State.Internal;

namespace Sandbox.Client.Testing.Endpoints.Internal;

/// <summary><c>network</c> of a request.</summary>
internal sealed class NetworkBody : WireObject
{
    private static readonly WireMember[] All = [new("allow_internet_access"), new("allow_out"), new("deny_out")];
    private bool _allowInternetAccess = true;
    private IReadOnlyList<string> _allowOut = [];
    private IReadOnlyList<string> _denyOut = [];

    public override string TypeName => "NetworkPolicy";

    public override IReadOnlyList<WireMember> Members => All;

    public override void ReadMember(string name, ref WireReader reader)
    {
        switch (name)
        {
            case "allow_internet_access":
                _allowInternetAccess = reader.Boolean();
                break;
            case "allow_out":
                _allowOut = reader.Strings();
                break;
            default:
                _denyOut = reader.Strings();
                break;
        }
    }

    public static NetworkRules Read(ref WireReader reader)
    {
        var body = new NetworkBody();
        reader.Object(body);
        return new NetworkRules(body._allowInternetAccess, body._allowOut, body._denyOut);
    }
}
