using System.Globalization;
using System.IO.Compression;
using System.Text;
using Sandbox.Client.Testing.Faults;

namespace Sandbox.Client.ReliabilityTests.Table;

/// <summary>Answers with status 200 that no careful server gives.</summary>
internal static class RawAnswers
{
    private const long TenGigabytes = 10_000_000_000;

    // Twice what a single answer and a row may have.
    private const int Sent = 2 * 1024 * 1024;

    /// <summary>A body with a right or a wrong length.</summary>
    public static Fault Of(ReadOnlySpan<byte> body, long? length = null, bool close = false, string headers = "") => Raw(
        string.Create(CultureInfo.InvariantCulture, $"content-type: application/json\r\n{headers}content-length: {length ?? body.Length}\r\n"), body, close);

    /// <summary>Garbage where the length of the second chunk should stand.</summary>
    public static Fault BadChunks() => Raw("transfer-encoding: chunked\r\n", "5\r\n{\"id\"\r\nzz\r\n"u8, close: true);

    /// <summary>A content encoding that nobody asked for.</summary>
    public static Fault Gzip()
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest))
        {
            gzip.Write("{\"id\":\"a\"}"u8);
        }

        return Of(buffer.ToArray(), headers: "content-encoding: gzip\r\n");
    }

    /// <summary>A text that is not UTF-8 where a record has its id.</summary>
    public static Fault InvalidUtf8(string? rows) => Of([.. Before(rows), 0xC3, 0x28, .. After(rows)]);

    /// <summary>The beginning of a text of ten gigabytes.</summary>
    public static Fault Huge(string? rows, bool isAnnounced)
    {
        byte[] body = [.. Before(rows), .. Enumerable.Repeat((byte)'a', Sent)];
        return isAnnounced
            ? Of(body, length: TenGigabytes)
            : Raw("transfer-encoding: chunked\r\n", [.. Encoding.ASCII.GetBytes($"{TenGigabytes:X}\r\n"), .. body], close: false);
    }

    private static byte[] Before(string? rows) => Encoding.UTF8.GetBytes(rows is null ? "{\"id\":\"" : $"{{\"{rows}\":[{{\"id\":\"");

    private static byte[] After(string? rows) => Encoding.UTF8.GetBytes(rows is null ? "\"}" : "\"}]}");

    private static Fault Raw(string headers, ReadOnlySpan<byte> body, bool close) =>
        Fault.Raw((byte[])[.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\n{headers}\r\n"), .. body], closeAfter: close);
}
