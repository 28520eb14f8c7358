using Sandbox.Client.Errors.Internal;

namespace Sandbox.Client.Http.Internal;

/// <summary>A request whose answer is one record, or nothing.</summary>
internal sealed class SingleRequestMessage(Operation operation, Uri uri, SandboxClientOptions options) : SandboxRequestMessage(operation, uri, options)
{
    /// <summary>The answer's body; null before it is read.</summary>
    public Body? Body { get; private set; }

    public override async ValueTask ReadAnswerAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        Body?.Dispose();
        Body = null;
        var isError = !response.IsSuccessStatusCode;
        try
        {
            Body = await Body.ReadAsync(response.Content, isError ? Settings.MaxErrorBytes : Settings.MaxResponseBytes, mayCut: isError, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception error) when (error is UnreadableAnswerException or IOException or HttpRequestException)
        {
            throw Failures.Unreadable(Operation, response, error);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Body?.Dispose();
        }

        base.Dispose(disposing);
    }
}
