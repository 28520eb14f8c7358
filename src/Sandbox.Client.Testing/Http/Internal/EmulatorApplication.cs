using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Sandbox.Client.Testing.Json.Internal;
using Sandbox.Client.Testing.State.Internal;

namespace Sandbox.Client.Testing.Http.Internal;

/// <summary>Takes each request through the server's order of checks: route, namespace, path values, method, content type, size, JSON, endpoint.</summary>
internal sealed class EmulatorApplication(EmulatorState state, Lock gate, Router router) : IHttpApplication<HttpContext>
{
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
        // Nothing is held for a request.
    }

    public async Task ProcessRequestAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.Vary = "origin, access-control-request-method, access-control-request-headers";
        headers.AccessControlAllowOrigin = "*";
        var match = router.Match(RequestTarget.PathOf(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget));
        Answer answer;
        if (HttpMethods.IsOptions(context.Request.Method))
        {
            headers.AccessControlAllowMethods = "GET,POST,DELETE";
            headers.AccessControlAllowHeaders = "*";
            headers.Allow = match?.Route.Allow;
            answer = Answer.Empty();
        }
        else
        {
            answer = match is var (route, values) ? await AnswerAsync(context, route, values).ConfigureAwait(false) : Answer.Empty(404);
        }

        await WriteAsync(context, answer).ConfigureAwait(false);
    }

    private async Task<Answer> AnswerAsync(HttpContext context, Route route, string[] encoded)
    {
        var values = Array.ConvertAll(encoded, RequestTarget.Decode);
        var invalid = Array.IndexOf(values, null);
        if (route.MakesNamespace)
        {
            if (invalid >= 0)
            {
                return Answer.Text(400, $"Invalid UTF-8 in `{route.ValueNames[invalid]}`");
            }

            lock (gate)
            {
                state.EnsureNamespace(values[0]!);
            }
        }

        if (route.Find(context.Request.Method) is not { } endpoint)
        {
            context.Response.Headers.Allow = route.Allow;
            return Answer.Empty(405);
        }

        if (invalid >= 0)
        {
            return Answer.Text(400, $"Invalid URL: Invalid UTF-8 in `{route.ValueNames[invalid]}`");
        }

        ReadOnlyMemory<byte> body = default;
        if (endpoint.ReadsJson)
        {
            (body, var refusal) = await JsonBody.ReadAsync(context.Request).ConfigureAwait(false);
            if (refusal is not null)
            {
                return refusal;
            }
        }

        return Handle(endpoint, new Call(state, values!, body));
    }

    private Answer Handle(Endpoint endpoint, Call call)
    {
        lock (gate)
        {
            state.Timeline.MoveToNow();
            try
            {
                return endpoint.Handle(call);
            }
            catch (BodyException exception)
            {
                return Answer.Text(exception.Status, exception.Message);
            }
        }
    }

    private static async Task WriteAsync(HttpContext context, Answer answer)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;
        if (!HttpMethods.IsHead(context.Request.Method) && answer.Body.Length > 0)
        {
            await response.Body.WriteAsync(answer.Body, context.RequestAborted).ConfigureAwait(false);
        }
    }
}
