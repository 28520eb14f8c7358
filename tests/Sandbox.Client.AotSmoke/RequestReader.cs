using System.Globalization;
using System.Text;

namespace Sandbox.Client.AotSmoke;

/// <summary>Reads one HTTP/1.1 request after the other from a connection; bodies have a length or come in chunks.</summary>
internal sealed class RequestReader(Stream stream)
{
    private readonly byte[] _byte = new byte[1];

    public async Task<Request?> ReadAsync(CancellationToken cancellationToken)
    {
        if (await ReadLineAsync(cancellationToken) is not { Length: > 0 } requestLine)
        {
            return null;
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await ReadLineAsync(cancellationToken) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers[line[..colon]] = line[(colon + 1)..].Trim();
        }

        return new Request(
            requestLine[..requestLine.LastIndexOf(' ')],
            headers.GetValueOrDefault("Authorization"),
            await ReadBodyAsync(headers, cancellationToken));
    }

    private async Task<string> ReadBodyAsync(Dictionary<string, string> headers, CancellationToken cancellationToken)
    {
        if (headers.TryGetValue("Content-Length", out var length))
        {
            return await ReadTextAsync(int.Parse(length, CultureInfo.InvariantCulture), cancellationToken);
        }

        var body = "";
        if (headers.ContainsKey("Transfer-Encoding"))
        {
            string part;
            do
            {
                var size = await ReadLineAsync(cancellationToken) ?? throw new IOException("The connection ended inside a chunk.");
                part = await ReadTextAsync(int.Parse(size, NumberStyles.HexNumber, CultureInfo.InvariantCulture), cancellationToken);
                body += part;
                await ReadLineAsync(cancellationToken);
            }
            while (part.Length > 0);
        }

        return body;
    }

    private async Task<string> ReadTextAsync(int length, CancellationToken cancellationToken)
    {
        var bytes = new byte[length];
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return Encoding.UTF8.GetString(bytes);
    }

    private async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        while (await stream.ReadAsync(_byte, cancellationToken) > 0)
        {
            if (_byte[0] == (byte)'\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append((char)_byte[0]);
        }

        return null;
    }
}
