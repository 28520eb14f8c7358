using System.Net;

namespace Sandbox.Client.Http.Internal;

/// <summary>Tells the 404s apart (contract section 1.3.1).</summary>
internal static class NotFoundAnswer
{
    /// <summary>
    /// Whether it is somebody's answer about the thing itself. An empty one is "no such endpoint", and a web page is what stands at a wrong
    /// address: neither says that there is no such sandbox.
    /// </summary>
    public static bool IsFromServer(HttpResponseMessage response, ReadOnlySpan<byte> body) =>
        response.StatusCode is HttpStatusCode.NotFound
        && body.ContainsAnyExcept(" \t\r\n"u8)
        && !body.TrimStart(" \t\r\n"u8).StartsWith("<"u8);
}
