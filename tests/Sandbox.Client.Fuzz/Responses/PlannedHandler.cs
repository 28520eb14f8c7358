using System.Net;
using Sandbox.Client.Fuzz.Targets;

namespace Sandbox.Client.Fuzz.Responses;

/// <summary>Gives planned answers at once, and keeps how much of them was taken.</summary>
internal sealed class PlannedHandler(ResponsePlan plan, byte cuts) : HttpMessageHandler
{
    private readonly List<PieceStream> _bodies = [];

    public IReadOnlyList<PieceStream> Bodies => _bodies;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var isFirst = _bodies.Count == 0;
        var body = isFirst || plan.RepeatsPages ? new PieceStream(plan.Body, cuts, plan.Break) : new PieceStream("{}"u8.ToArray(), cuts, end: null);
        _bodies.Add(body);
        var answer = new HttpResponseMessage(plan.Status) { Content = new PieceContent(body), RequestMessage = request };
        Add(answer.Content.Headers, "content-type", plan.ContentType);
        Add(answer.Content.Headers, "content-length", isFirst || plan.RepeatsPages ? plan.ContentLength : null);
        Add(answer.Content.Headers, "content-encoding", plan.IsEncoded ? ResponsePlan.Key : null);
        Add(answer.Headers, "retry-after", plan.RetryAfter);
        Add(answer.Headers, "www-authenticate", $"Bearer {ResponsePlan.Key}");
        answer.ReasonPhrase = ResponsePlan.Key;
        return Task.FromResult(answer);
    }

    private static void Add(System.Net.Http.Headers.HttpHeaders headers, string name, string? value)
    {
        if (value is not null)
        {
            headers.TryAddWithoutValidation(name, value);
        }
    }

    private sealed class PieceContent(PieceStream stream) : HttpContent
    {
        protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(stream);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new FuzzFailureException("The whole body is buffered.");

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
