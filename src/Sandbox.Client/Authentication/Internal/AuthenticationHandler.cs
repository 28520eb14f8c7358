using System.Net.Http.Headers;

namespace Sandbox.Client.Authentication.Internal;

/// <summary>Adds the key to requests to the configured origin, and to no other.</summary>
internal sealed class AuthenticationHandler(SandboxClientOptions options) : DelegatingHandler
{
    private readonly Uri _endpoint = options.Endpoint;
    private readonly AuthenticationHeaderValue? _credential = options.ApiKey is { } key ? new("Bearer", key) : null;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_credential is not null && request.RequestUri is { } uri && IsOwnOrigin(uri))
        {
            request.Headers.Authorization = _credential;
        }

        return base.SendAsync(request, cancellationToken);
    }

    private bool IsOwnOrigin(Uri uri) =>
        uri.Port == _endpoint.Port
        && string.Equals(uri.Scheme, _endpoint.Scheme, StringComparison.Ordinal)
        && string.Equals(uri.Host, _endpoint.Host, StringComparison.OrdinalIgnoreCase);
}
