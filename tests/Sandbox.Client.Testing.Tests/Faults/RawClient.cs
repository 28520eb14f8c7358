using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sandbox.Client.Testing.Tests.Faults;

/// <summary>A client that sees every byte.</summary>
internal sealed class RawClient : IDisposable
{
    public const string List = "GET /v1/namespaces/t/sandboxes HTTP/1.1\r\nHost: x\r\n\r\n";
    public const string Create = "POST /v1/namespaces/t/sandboxes HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";

    private readonly TcpClient _socket = new() { NoDelay = true };

    public static async Task<RawClient> ConnectAsync(Uri endpoint)
    {
        var client = new RawClient();
        await client._socket.ConnectAsync(IPAddress.Loopback, endpoint.Port);
        return client;
    }

    /// <summary>All that comes on a connection of its own for one request, until the server closes.</summary>
    public static async Task<byte[]> ReadToEndAsync(Uri endpoint, string request)
    {
        using var client = await ConnectAsync(endpoint);
        await client.SendAsync(request);
        return await client.ReadToEndAsync();
    }

    public async Task SendAsync(string text) => await _socket.GetStream().WriteAsync(Encoding.Latin1.GetBytes(text));

    public async Task<byte[]> ReadToEndAsync()
    {
        using var all = new MemoryStream();
        await _socket.GetStream().CopyToAsync(all);
        return all.ToArray();
    }

    public async Task<string> ReadAsync(int count)
    {
        var bytes = new byte[count];
        await _socket.GetStream().ReadExactlyAsync(bytes);
        return Encoding.Latin1.GetString(bytes);
    }

    /// <summary>Whether the connection ended in order, and not by a reset.</summary>
    public async Task<bool> EndsInOrderAsync()
    {
        try
        {
            return await _socket.GetStream().ReadAsync(new byte[1]) == 0;
        }
        catch (IOException exception) when (exception.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset })
        {
            return false;
        }
    }

    /// <summary>Whether there is nothing to read; only of use after a signal that the server has done what it would do.</summary>
    public bool IsSilent => _socket.Available == 0;

    public void Dispose() => _socket.Dispose();
}
