using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sandbox.Client.Tests.Support;

/// <summary>A server of bytes: each connection's requests are recorded and answered by a script.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<RawExchange, Task> _script;
    private readonly List<string> _requests = [];
    private readonly Task _accepting;

    private RawServer(Func<RawExchange, Task> script)
    {
        _script = script;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Endpoint => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>The heads of the requests, as they came.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    public static RawServer Start(Func<RawExchange, Task> script) => new(script);

    /// <summary>Answers every request with the same bytes.</summary>
    public static RawServer Start(string answer) => new(exchange => exchange.SendAsync(answer));

    /// <summary>An answer with a right length.</summary>
    public static string Answer(int status, string body, string? type = "application/json", string headers = "") =>
        $"HTTP/1.1 {status} X\r\n{(type is null ? "" : $"content-type: {type}\r\n")}{headers}content-length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    /// <summary>A client that repeats nothing, unless configured to.</summary>
    public SandboxClient CreateClient(Action<SandboxClientOptions>? configure = null)
    {
        var options = new SandboxClientOptions { Endpoint = Endpoint, Retry = { MaxRetries = 0 } };
        configure?.Invoke(options);
        return new SandboxClient(options);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_stop.Token)));
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // Stopped: whichever of the ways in which the listener says so.
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var connection = new RawExchange(socket, _stop.Token);
        try
        {
            while (await connection.ReceiveAsync() is { } head)
            {
                lock (_requests)
                {
                    _requests.Add(head);
                }

                await _script(connection);
                if (connection.IsClosed)
                {
                    return;
                }
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The client went away, or the test is over.
        }
    }
}
