using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sandbox.Client.AotSmoke;

/// <summary>A server on a loopback port that knows a few answers by heart. Raw, because ASP.NET Core would bring warnings of its own.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly ConcurrentDictionary<string, string> _bodies = new(StringComparer.Ordinal);
    private Task _accepting = Task.CompletedTask;
    private int _requestCount;

    private LoopbackServer()
    {
    }

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}"));

    public int RequestCount => _requestCount;

    public static LoopbackServer Start()
    {
        var server = new LoopbackServer();
        server._listener.Start();
        server._accepting = server.AcceptAsync();
        return server;
    }

    /// <summary>The last body that came with such a request.</summary>
    public string LastBody(string methodAndPath) => _bodies.GetValueOrDefault(methodAndPath, "");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_connections);
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var connection = await _listener.AcceptTcpClientAsync(_stop.Token);
                _connections.Add(ServeAsync(connection));
            }
        }
        catch (OperationCanceledException)
        {
            // The end.
        }
    }

    private async Task ServeAsync(TcpClient connection)
    {
        using (connection)
        {
            try
            {
                var reader = new RequestReader(connection.GetStream());
                while (await reader.ReadAsync(_stop.Token) is { } request)
                {
                    Interlocked.Increment(ref _requestCount);
                    _bodies[request.MethodAndPath] = request.Body;
                    var (status, body) = Answers.For(request);
                    var type = body.StartsWith('{') ? "application/json" : "text/plain; charset=utf-8";
                    var head = $"HTTP/1.1 {status} -\r\ncontent-type: {type}\r\ncontent-length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n";
                    await connection.GetStream().WriteAsync(Encoding.UTF8.GetBytes(head + body), _stop.Token);
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException)
            {
                // The server stopped, or the client closed the connection.
            }
        }
    }
}
