using Sandbox.Client.Http.Internal;
using Sandbox.Client.Waiting.Internal;

namespace Sandbox.Client.Internal;

/// <summary>What a client shares with its views of other namespaces.</summary>
internal sealed class ClientResources(Transport transport) : IDisposable
{
    public Transport Transport { get; } = transport;

    public SharedWaits Waits { get; } = new(transport);

    public void Dispose() => Transport.Dispose();
}
