namespace Sandbox.Client.Http.Internal;

/// <summary>Sends through an <see cref="HttpClient"/> that belongs to somebody else.</summary>
internal sealed class HttpClientHandlerBridge(HttpClient httpClient) : HttpMessageHandler
{
    // A client takes a message once only: each attempt is a message of its own. It is not disposed, because its content belongs to all of them.
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        httpClient.SendAsync(Copy(request), HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    private static HttpRequestMessage Copy(HttpRequestMessage request)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = request.Content, Version = request.Version, VersionPolicy = request.VersionPolicy };
        foreach (var (name, values) in request.Headers.NonValidated)
        {
            copy.Headers.TryAddWithoutValidation(name, values);
        }

        foreach (var (name, value) in request.Options)
        {
            copy.Options.TryAdd(name, value);
        }

        return copy;
    }
}
