using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sandbox.Client.UpstreamTests.Http;

/// <summary>Sends request targets octet for octet. An HTTP client would normalise them.</summary>
internal static class RawConnection
{
    private const int MostOctets = 256 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Asks for a target and gives what came back, until the server closes the connection.</summary>
    public static async Task<string> GetAsync(int port, byte[] target)
    {
        using var timeout = new CancellationTokenSource(Patience);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), timeout.Token);
        await SendAsync(socket, target, timeout.Token);
        return await ReadAsync(socket, timeout.Token);
    }

    private static async Task SendAsync(Socket socket, byte[] target, CancellationToken cancellationToken)
    {
        byte[] request = [.. "GET "u8, .. target, .. " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"u8];
        for (var sent = 0; sent < request.Length;)
        {
            sent += await socket.SendAsync(request.AsMemory(sent), cancellationToken);
        }
    }

    private static async Task<string> ReadAsync(Socket socket, CancellationToken cancellationToken)
    {
        var answer = new MemoryStream();
        var buffer = new byte[8192];
        try
        {
            int count;
            while (answer.Length < MostOctets && (count = await socket.ReceiveAsync(buffer, cancellationToken)) > 0)
            {
                answer.Write(buffer, 0, count);
            }
        }
        catch (SocketException error) when (error.SocketErrorCode is SocketError.ConnectionReset)
        {
            // Some servers refuse a request so; what came before counts.
        }

        return Encoding.Latin1.GetString(answer.GetBuffer(), 0, (int)answer.Length);
    }
}
