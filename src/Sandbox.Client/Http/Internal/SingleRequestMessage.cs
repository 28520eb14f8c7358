using System.Text.Json;
using Sandbox.Client.Errors.Internal;

namespace Sandbox.Client.Http.Internal;

/// <summary>A request whose answer is one record, or nothing.</summary>
internal sealed class SingleRequestMessage(Operation operation, Uri uri, SandboxClientOptions options) : SandboxRequestMessage(operation, uri, options)
{
    private HttpResponseMessage? _answer;

    /// <summary>The answer's body; null before it is read.</summary>
    public Body? Body { get; private set; }

    /// <summary>Whether <see cref="Body"/> is this answer's: a pipeline of the caller's may put another in its place.</summary>
    public bool HasRead(HttpResponseMessage response) => Body is not null && ReferenceEquals(_answer, response);

    public override async ValueTask ReadAnswerAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        Body?.Dispose();
        Body = null;
        _answer = response;
        var isError = !response.IsSuccessStatusCode;
        try
        {
            Body = await Body.ReadAsync(response.Content, isError ? Settings.MaxErrorBytes : Settings.MaxResponseBytes, mayCut: isError, cancellationToken)
                .ConfigureAwait(false);
            if (!isError && EndsWithConnection(response) && IsUnfinished(Body.Bytes))
            {
                throw UnreadableAnswerException.Unfinished();
            }
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

    private static bool IsUnfinished(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, isFinalBlock: false, state: default);
        try
        {
            while (reader.Read())
            {
            }

            return reader.CurrentDepth > 0 || reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray || reader.BytesConsumed < body.Length;
        }
        catch (JsonException)
        {
            // Not cut, but no JSON: another matter.
            return false;
        }
    }
}
