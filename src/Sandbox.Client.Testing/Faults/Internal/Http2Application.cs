using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Sandbox.Client.Testing.Faults.Internal;

/// <summary>Takes each request of HTTP/2 in, asks for its fault and plays it.</summary>
internal sealed class Http2Application(FrontSettings settings, Http2Upstream upstream) : IHttpApplication<HttpContext>
{
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
        // Nothing is held for a request.
    }

    public async Task ProcessRequestAsync(HttpContext context)
    {
        using var lifetime = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, settings.Stop);
        try
        {
            var request = settings.Log.Add(await DescribeAsync(context, lifetime.Token).ConfigureAwait(false));
            var fault = Possible(settings.FaultOf(request));
            await new Http2Exchange(context, request, fault, settings.Clock, lifetime.Token).AnswerAsync(upstream).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or HttpRequestException or ConnectionAbortedException or BadHttpRequestException)
        {
            context.Abort(); // The client left, the upstream failed within an answer, or the server ends.
        }
    }

    /// <summary>The fault, or an answer that says that HTTP/2 can't have it.</summary>
    private static Fault Possible(Fault fault) =>
        fault.Source == AnswerSource.Raw || fault.InformationalStatus is not null
            ? Fault.Answer(500, $"The fault '{fault.Name}' can't be played with HTTP/2.", "text/plain; charset=utf-8")
            : fault;

    private static async Task<FaultRequest> DescribeAsync(HttpContext context, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
        var client = context.Features.GetRequiredFeature<Http2Client>();
        return new FaultRequest
        {
            Number = 0, // Given by the log.
            Connection = client.Number,
            NumberOnConnection = client.CountRequest(),
            Method = context.Request.Method,
            Target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            Headers = [.. context.Request.Headers.Where(static h => !h.Key.StartsWith(':')).SelectMany(static h => h.Value.Select(value => KeyValuePair.Create(h.Key, value ?? "")))],
            Body = body.ToArray(),
        };
    }
}
