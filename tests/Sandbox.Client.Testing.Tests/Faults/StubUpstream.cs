using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sandbox.Client.Testing.Tests.Faults;

/// <summary>An upstream of bytes: takes one connection and gives it to the test.</summary>
internal sealed class StubUpstream : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public StubUpstream() => _listener.Start();

    public Uri Endpoint => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public Task<TcpClient> AcceptAsync() => _listener.AcceptTcpClientAsync();

    /// <summary>Reads a request without body, to its empty line.</summary>
    public static async Task<string> ReadHeadAsync(TcpClient connection)
    {
        var text = new StringBuilder();
        var next = new byte[1];
        while (!text.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await connection.GetStream().ReadExactlyAsync(next);
            text.Append((char)next[0]);
        }

        return text.ToString();
    }

    public static async Task SendAsync(TcpClient connection, string text) => await connection.GetStream().WriteAsync(Encoding.Latin1.GetBytes(text));

    public void Dispose() => _listener.Dispose();
}
