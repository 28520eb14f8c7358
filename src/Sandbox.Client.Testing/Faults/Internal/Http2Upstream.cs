using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Sandbox.Client.Testing.Faults.Internal;

/// <summary>Passes requests that came by HTTP/2 to the upstream, which is asked by HTTP/1.1.</summary>
internal sealed class Http2Upstream(Uri address) : IDisposable
{
    // What belongs to a connection or is set anew for the next one.
    private static readonly HashSet<string> NotPassedOn =
        new(["connection", "expect", "host", "keep-alive", "proxy-connection", "te", "transfer-encoding", "upgrade"], StringComparer.OrdinalIgnoreCase);

    private readonly HttpMessageInvoker _invoker = new(new SocketsHttpHandler
    {
        ActivityHeadersPropagator = null,
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
    });

    public static bool IsPassedOn(string header) => !NotPassedOn.Contains(header);

    /// <summary>The answer, whose body comes while it is read.</summary>
    /// <exception cref="HttpRequestException">There is none.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpContext context, FaultRequest received, CancellationToken cancellationToken)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var path = target.StartsWith('/') ? target : "/";
        using var request = new HttpRequestMessage(
            new HttpMethod(received.Method), new Uri($"http://{address.Authority}{path}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (!received.Body.IsEmpty || received.Headers.Any(static header => header.Key.Equals("content-length", StringComparison.OrdinalIgnoreCase)))
        {
            request.Content = new ReadOnlyMemoryContent(received.Body);
        }

        foreach (var (name, value) in received.Headers.Where(static header => IsPassedOn(header.Key)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, value) && !name.Equals("content-length", StringComparison.OrdinalIgnoreCase))
            {
                request.Content ??= new ReadOnlyMemoryContent(received.Body);
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return await _invoker.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => _invoker.Dispose();
}
