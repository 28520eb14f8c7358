using Sandbox.Client.Testing.State.Internal;

namespace Sandbox.Client.Testing.Http.Internal;

/// <summary>A request on its way to an endpoint: decoded path values and, where the endpoint reads JSON, the body.</summary>
internal sealed record Call(EmulatorState State, IReadOnlyList<string> Values, ReadOnlyMemory<byte> Body)
{
    /// <summary>The first value of every route under a namespace.</summary>
    public string Namespace => Values[0];

    /// <summary>The last value of the path.</summary>
    public string Id => Values[^1];
}
