using System.Net;
using System.Net.Sockets;

namespace Sandbox.Client.Testing.Faults.Internal;

/// <summary>A free port of the loopback address that can refuse connections for a while and then accept them again.</summary>
internal sealed class LoopbackListener : IDisposable
{
    private const int Backlog = 4096;
    private static readonly TimeSpan ShortOfSocketsDelay = TimeSpan.FromMilliseconds(10);

    private readonly Lock _gate = new();
    private volatile bool _closesAtOnce;
    private Socket _socket;
    private TaskCompletionSource? _refusal;
    private bool _isDisposed;

    public LoopbackListener()
    {
        _socket = Bind(port: 0);
        _socket.Listen(Backlog);
        Port = ((IPEndPoint)_socket.LocalEndPoint!).Port;
    }

    public int Port { get; }

    public bool ClosesAtOnce
    {
        get => _closesAtOnce;
        set => _closesAtOnce = value;
    }

    /// <summary>The next connection; <see langword="null"/> once the listener is disposed.</summary>
    public async ValueTask<Socket?> AcceptAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Socket socket;
            Task? refusal;
            lock (_gate)
            {
                if (_isDisposed)
                {
                    return null;
                }

                socket = _socket;
                refusal = _refusal?.Task;
            }

            if (refusal is not null)
            {
                await refusal.WaitAsync(cancellationToken).ConfigureAwait(false);
                continue;
            }

            try
            {
                var accepted = await socket.AcceptAsync(cancellationToken).ConfigureAwait(false);
                if (!_closesAtOnce)
                {
                    accepted.NoDelay = true;
                    return accepted;
                }

                accepted.Dispose();
            }
            catch (SocketException exception) when (exception.SocketErrorCode == SocketError.TooManyOpenSockets)
            {
                await Task.Delay(ShortOfSocketsDelay, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                await Task.Yield(); // The client left while it waited, or connections are refused from now on.
            }
        }
    }

    public void Refuse()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(FaultServer));
            if (_refusal is not null)
            {
                return;
            }

            // A socket that is bound but does not listen refuses connections, and keeps the port from others.
            _refusal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _socket.Dispose();
            _socket = Bind(Port);
        }
    }

    public void Accept()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(FaultServer));
            if (_refusal is null)
            {
                return;
            }

            _socket.Listen(Backlog);
            _refusal.SetResult();
            _refusal = null;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _socket.Dispose();
            _refusal?.TrySetResult();
        }
    }

    private static Socket Bind(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
