using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;

namespace Sandbox.Client.Testing.Faults.Internal;

/// <summary>Gives Kestrel the connections of a listener that can also refuse them.</summary>
internal sealed class FrontTransport(LoopbackListener listener) : IConnectionListenerFactory
{
    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) => new(new Accepted(listener, endpoint));

    private sealed class Accepted(LoopbackListener listener, EndPoint endPoint) : IConnectionListener
    {
        private readonly SocketConnectionContextFactory _connections = new(new SocketConnectionFactoryOptions(), NullLogger.Instance);

        public EndPoint EndPoint => endPoint;

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default) =>
            await listener.AcceptAsync(cancellationToken).ConfigureAwait(false) is { } socket ? _connections.Create(socket) : null;

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
        {
            listener.Dispose();
            return default;
        }

        public ValueTask DisposeAsync()
        {
            _connections.Dispose();
            return default;
        }
    }
}
