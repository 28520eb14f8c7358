using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sandbox.Client.Testing.Tests.Faults;

/// <summary>A client of HTTP/2 that asks for one thing and sees every frame.</summary>
internal static class RawHttp2Client
{
    private const string Open = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\u0004\0\0\0\0\0";
    private const int Data = 0;
    private const int Headers = 1;
    private const int ResetStream = 3;
    private const int GoAway = 7;

    /// <summary>What came for a GET, until the stream ended: how many heads, how many bytes of the body, and the frames that end something.</summary>
    public static async Task<(int Heads, int Bytes, bool IsReset)> GetAsync(Uri endpoint, string path)
    {
        using var socket = new TcpClient { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, endpoint.Port);
        var stream = socket.GetStream();

        // :method GET, :scheme http, :path and :authority spelled out (RFC 7541 appendix A).
        var block = $"\u0082\u0086\u0004{(char)path.Length}{path}\u0001\u0001x";
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"{Open}\0\0{(char)block.Length}\u0001\u0005\0\0\0\u0001{block}"));
        var (heads, bytes) = (0, 0);
        while (true)
        {
            var head = new byte[9];
            await stream.ReadExactlyAsync(head);
            var payload = new byte[(head[0] << 16) | (head[1] << 8) | head[2]];
            await stream.ReadExactlyAsync(payload);
            var endsStream = head[3] is Data or Headers && (head[4] & 1) != 0;
            heads += head[3] == Headers ? 1 : 0;
            bytes += head[3] == Data ? payload.Length : 0;
            Assert.NotEqual(GoAway, head[3]);
            if (endsStream || head[3] == ResetStream)
            {
                return (heads, bytes, !endsStream);
            }
        }
    }
}
