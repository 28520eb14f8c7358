using Sandbox.Client.Http.Internal;

namespace Sandbox.Client.DependencyInjection.Internal;

/// <summary>The connections of one client in a container, which end with it: the factory disposes no handler that is in use.</summary>
internal sealed class OwnConnections : IDisposable
{
    private SocketsHttpHandler? _handler;

    /// <summary>False when the caller registered a primary handler of his own.</summary>
    public bool AreOpen => _handler is not null;

    public SocketsHttpHandler Open(SandboxClientOptions options) => _handler = HandlerChain.CreatePrimary(options);

    public void Dispose() => _handler?.Dispose();
}
