using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Sandbox.Client.Testing.Faults.Internal;

/// <summary>An answer that a test wrote.</summary>
internal sealed record FixedAnswer(int Status, ReadOnlyMemory<byte> Body, IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\r\n\0");

    /// <summary>Whether an answer with this status ends with its head (RFC 9110 section 6.4.1).</summary>
    public static bool HasNoBody(int status) => status is (>= 100 and < 200) or 204 or 304;

    public static FixedAnswer Create(int status, string? body, string? contentType, (string Name, string Value)[] headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 999);
        if (HasNoBody(status) && !string.IsNullOrEmpty(body))
        {
            throw new ArgumentException($"An answer with status {status} has no body.", nameof(body));
        }

        var fields = headers.Select(header => KeyValuePair.Create(header.Name, header.Value)).ToList();
        if (!string.IsNullOrEmpty(body) && contentType is not null)
        {
            fields.Insert(0, KeyValuePair.Create("content-type", contentType));
        }

        fields.ForEach(Check);
        return new FixedAnswer(status, Encoding.UTF8.GetBytes(body ?? ""), fields);
    }

    /// <summary>The answer as HTTP/1.1 has it.</summary>
    public byte[] ToBytes(bool withBody) => [.. HeadOf(Status, HasNoBody(Status) ? null : Body.Length, Headers), .. withBody ? Body.Span : default];

    /// <summary>A head of HTTP/1.1.</summary>
    public static byte[] HeadOf(int status, long? contentLength, IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        var head = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} {ReasonPhrases.GetReasonPhrase(status)}\r\n"));
        foreach (var (name, value) in headers)
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        if (contentLength is { } length)
        {
            head.Append(CultureInfo.InvariantCulture, $"content-length: {length}\r\n");
        }

        return Encoding.Latin1.GetBytes(head.Append("\r\n").ToString());
    }

    private static void Check(KeyValuePair<string, string> header)
    {
        var (name, value) = header;
        if (string.IsNullOrEmpty(name) || name.AsSpan().ContainsAnyExcept(TokenCharacters) || value is null || value.AsSpan().ContainsAny(LineEnds))
        {
            throw new ArgumentException($"The header '{name}' can't be written.", "headers");
        }

        if (name.Equals("content-length", StringComparison.OrdinalIgnoreCase) || name.Equals("transfer-encoding", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"The header '{name}' is set by the server; Fault.Raw can set it wrongly.", "headers");
        }
    }
}
