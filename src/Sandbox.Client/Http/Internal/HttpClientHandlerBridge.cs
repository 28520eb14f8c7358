namespace Sandbox.Client.Http.Internal;

/// <summary>Sends through an <see cref="HttpClient"/> that belongs to somebody else.</summary>
internal sealed class HttpClientHandlerBridge(HttpClient httpClient) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
}
