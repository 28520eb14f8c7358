using System.Net;
using System.Net.Sockets;

namespace Sandbox.Client.Tests.Support;

/// <summary>A port whose queue is full and that nobody serves: connecting to it takes for ever.</summary>
internal sealed class FullServer : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly List<Socket> _queue = [];

    private FullServer()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(0);
    }

    public Uri Endpoint => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndPoint!).Port}");

    public static async Task<FullServer> StartAsync()
    {
        var server = new FullServer();

        // The system takes one or two more than it is told to; a third does not get in.
        for (var i = 0; i < 2; i++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
            server._queue.Add(socket);
            try
            {
                await socket.ConnectAsync(server._listener.LocalEndPoint!, new CancellationTokenSource(TimeSpan.FromSeconds(1)).Token);
            }
            catch (OperationCanceledException)
            {
                // Full already.
            }
        }

        return server;
    }

    public void Dispose()
    {
        _queue.ForEach(socket => socket.Dispose());
        _listener.Dispose();
    }
}
