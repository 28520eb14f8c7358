using System.Globalization;
using System.Text;

namespace Sandbox.Client.Testing.Faults.Internal;

/// <summary>The head of a request or an answer of HTTP/1.1: its three words, and its header lines in their order. Latin-1 holds every octet as it came.</summary>
internal sealed record MessageHead(string First, string Second, string Third, IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    private string[] Lines { get; init; } = [];

    /// <summary>Whether the body comes in chunks, or in another coding that only says itself where it ends.</summary>
    public bool HasTransferEncoding => Headers.Any(header => Is(header, "transfer-encoding"));

    public bool ExpectsContinue => Headers.Any(header => Is(header, "expect") && header.Value.Equals("100-continue", StringComparison.OrdinalIgnoreCase));

    /// <summary>The declared length of the body; <see langword="null"/> when there is none.</summary>
    /// <exception cref="FormatException">It is no number, or several.</exception>
    public long? ContentLength
    {
        get
        {
            var values = Headers.Where(header => Is(header, "content-length")).Select(header => header.Value).Distinct(StringComparer.Ordinal).ToList();
            return values.Count switch
            {
                0 => null,
                1 => long.Parse(values[0], NumberStyles.None, CultureInfo.InvariantCulture),
                _ => throw new FormatException("More than one content-length."),
            };
        }
    }

    /// <summary>Reads a head that ends with an empty line.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static MessageHead Parse(ReadOnlySpan<byte> bytes)
    {
        var lines = Encoding.Latin1.GetString(bytes).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var words = lines.Length == 0 ? [] : lines[0].Split(' ', 3);
        if (words.Length < 2)
        {
            throw new FormatException("No start line.");
        }

        var headers = new List<KeyValuePair<string, string>>(lines.Length - 1);
        foreach (var line in lines.Skip(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                throw new FormatException("No header line.");
            }

            headers.Add(KeyValuePair.Create(line[..colon], line[(colon + 1)..].Trim(' ', '\t')));
        }

        return new MessageHead(words[0], words[1], words.Length == 3 ? words[2] : "", headers) { Lines = lines };
    }

    /// <summary>Whether the connection ends with this message (RFC 9112 section 9.3); <paramref name="version"/> is the word that names it.</summary>
    public bool EndsConnection(string version) => version == "HTTP/1.0" ? !Has("keep-alive") : Has("close");

    /// <summary>The head for the upstream: each line as it came, but for its host, and without a wish that has been granted already.</summary>
    public byte[] ForUpstream(string host)
    {
        var text = new StringBuilder(Lines[0]).Append("\r\nHost: ").Append(host).Append("\r\n");
        for (var i = 0; i < Headers.Count; i++)
        {
            if (!Is(Headers[i], "host") && !Is(Headers[i], "expect"))
            {
                text.Append(Lines[i + 1]).Append("\r\n");
            }
        }

        return Encoding.Latin1.GetBytes(text.Append("\r\n").ToString());
    }

    private bool Has(string option) => Headers
        .Where(header => Is(header, "connection"))
        .SelectMany(header => header.Value.Split(',', StringSplitOptions.TrimEntries))
        .Contains(option, StringComparer.OrdinalIgnoreCase);

    private static bool Is(KeyValuePair<string, string> header, string name) => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase);
}
