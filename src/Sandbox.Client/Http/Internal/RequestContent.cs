using System.Net.Http.Headers;
using System.Text.Json;
using Sandbox.Client.Serialization.Internal;

namespace Sandbox.Client.Http.Internal;

/// <summary>The bodies of requests.</summary>
internal static class RequestContent
{
    private static readonly MediaTypeHeaderValue JsonType = new("application/json");

    /// <summary>
    /// No content, said aloud (<c>content-length: 0</c>). SocketsHttpHandler sends a request without any content object again by itself when a
    /// connection closes before the answer: a claim would make a second thing, and the failure of the second request would hide that the first one left.
    /// </summary>
    public static HttpContent Empty() => new ByteArrayContent([]);

    public static HttpContent Json<T>(T record, RecordConverter<T> converter)
        where T : class
    {
        using var buffer = new MemoryStream(256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            converter.WriteRecord(writer, record);
        }

        return new ByteArrayContent(buffer.GetBuffer(), 0, (int)buffer.Length) { Headers = { ContentType = JsonType } };
    }
}
