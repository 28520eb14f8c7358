using System.Net;

namespace Sandbox.Client.Http.Internal;

/// <summary>A body that says when it is sent: only then is there a connection.</summary>
internal sealed class DepartingContent : HttpContent
{
    private readonly HttpContent _body;
    private readonly Departure _departure;

    public DepartingContent(HttpContent body, Departure departure)
    {
        _body = body;
        _departure = departure;
        Headers.ContentType = body.Headers.ContentType;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        _departure.TryLeave() ? _body.CopyToAsync(stream, context, cancellationToken) : Task.FromCanceled(_departure.Cut);

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Headers.ContentLength ?? 0;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _body.Dispose();
        }

        base.Dispose(disposing);
    }
}
