using System.Net;
using System.Net.Http.Headers;

namespace Sandbox.Client.Benchmarks.Support;

/// <summary>A server in the process: every request gets the same body, as a stream that can't be rewound, like a connection's.</summary>
internal sealed class StubHandler(byte[] body) : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(Answer(request));

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) => Answer(request);

    private HttpResponseMessage Answer(HttpRequestMessage request)
    {
        var content = new StreamContent(new ForwardStream(body));
        content.Headers.ContentType = Json;
        content.Headers.ContentLength = body.Length;
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request };
    }
}
