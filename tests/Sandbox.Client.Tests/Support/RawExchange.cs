using System.Net.Sockets;
using System.Text;

namespace Sandbox.Client.Tests.Support;

/// <summary>One connection of a <see cref="RawServer"/>.</summary>
internal sealed class RawExchange(Socket socket, CancellationToken stopped) : IDisposable
{

    public bool IsClosed { get; private set; }

    /// <summary>Ends when the server is stopped.</summary>
    public CancellationToken Stopped => stopped;

    /// <summary>Receives a request's head and as much of its body as <c>content-length</c> says; null when the client closed.</summary>
    public async Task<string?> ReceiveAsync()
    {
        var received = new StringBuilder();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var text = received.ToString();
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0 && text.Length - end - 4 >= LengthOf(text))
            {
                return text;
            }

            var count = await socket.ReceiveAsync(buffer, stopped);
            if (count == 0)
            {
                return null;
            }

            received.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }
    }

    public async Task SendAsync(string text) => await SendAsync(Encoding.UTF8.GetBytes(text));

    public async Task SendAsync(byte[] bytes) => await socket.SendAsync(bytes, stopped);

    /// <summary>Ends when the client closes the connection.</summary>
    public async Task WaitUntilClientLeavesAsync()
    {
        try
        {
            while (await socket.ReceiveAsync(new byte[1024], stopped) > 0)
            {
            }
        }
        catch (SocketException)
        {
            // A reset is a close, too.
        }

    }

    public void Close()
    {
        IsClosed = true;
        socket.Close();
    }

    /// <summary>Closes with a reset.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        Close();
    }

    public void Dispose() => socket.Dispose();

    private static int LengthOf(string head)
    {
        const string Name = "content-length: ";
        var at = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? 0 : int.Parse(head[(at + Name.Length)..head.IndexOf("\r\n", at, StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture);
    }
}
