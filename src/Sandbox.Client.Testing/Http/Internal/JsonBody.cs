using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Sandbox.Client.Testing.Http.Internal;

/// <summary>The checks before a JSON body is parsed, in the server's order: content type, then size (contract section 1.3.1).</summary>
internal static class JsonBody
{
    private const int Limit = 2_097_152;

    /// <summary>The body, or the answer that refuses it.</summary>
    public static async Task<(ReadOnlyMemory<byte> Body, Answer? Refusal)> ReadAsync(HttpRequest request)
    {
        if (!IsJson(request.ContentType))
        {
            return (default, Answer.Text(415, "Expected request with `Content-Type: application/json`"));
        }

        var buffer = new MemoryStream(capacity: (int)Math.Clamp(request.ContentLength ?? 0, 0, Limit));
        var chunk = new byte[16 * 1024];
        while (await request.Body.ReadAsync(chunk, request.HttpContext.RequestAborted).ConfigureAwait(false) is var count and > 0)
        {
            if (buffer.Length + count > Limit)
            {
                return (default, Answer.Text(413, "Failed to buffer the request body: length limit exceeded"));
            }

            buffer.Write(chunk, 0, count);
        }

        return (buffer.GetBuffer().AsMemory(0, (int)buffer.Length), null);
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.Type.Equals("application", StringComparison.OrdinalIgnoreCase)
        && (type.SubType.Equals("json", StringComparison.OrdinalIgnoreCase) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase));
}
