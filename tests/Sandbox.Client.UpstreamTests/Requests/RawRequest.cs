using System.Net;
using System.Net.Sockets;

namespace Sandbox.Client.UpstreamTests.Requests;

/// <summary>Sends a target octet for octet, as no HTTP client would.</summary>
internal static class RawRequest
{
    private const int AnswerLimit = 256 * 1024;

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(10);

    /// <summary>Sends a GET and reads the answer to its end.</summary>
    public static async Task<Answer> SendAsync(int port, byte[] target)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

        // Closed with a reset, a connection leaves no port behind that has to wait.
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        using var limit = new CancellationTokenSource(TimeLimit);
        var octets = new MemoryStream();
        try
        {
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), limit.Token);
            await socket.SendAsync((byte[])[.. "GET "u8, .. target, .. " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"u8], limit.Token);
            var buffer = new byte[8192];
            while (octets.Length < AnswerLimit && await socket.ReceiveAsync(buffer, limit.Token) is > 0 and var count)
            {
                octets.Write(buffer, 0, count);
            }
        }
        catch (Exception error) when (error is SocketException or OperationCanceledException)
        {
            // Servers reset connections after targets that they do not like; what came before counts.
        }

        return octets.Length == 0 ? Answer.None : new Answer(octets.ToArray());
    }
}
