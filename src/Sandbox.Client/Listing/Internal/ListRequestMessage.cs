using System.Text.Json;
using Sandbox.Client.Errors.Internal;
using Sandbox.Client.Http.Internal;

namespace Sandbox.Client.Listing.Internal;

/// <summary>A request for one page of a list. The attempt ends when the first row has come.</summary>
internal sealed class ListRequestMessage<T>(ListDefinition<T> list, Uri uri, SandboxClientOptions options) : SandboxRequestMessage(list.Operation, uri, options)
    where T : class
{
    private Stream? _stream;
    private HttpResponseMessage? _answer;

    /// <summary>The rows; null before the answer is read, and when it is an error.</summary>
    public RowReader<T>? Rows { get; private set; }

    /// <summary>What the reader's first step came to.</summary>
    public RowStep FirstStep { get; private set; }

    /// <summary>The text of an error; null for a success.</summary>
    public Body? ErrorBody { get; private set; }

    /// <summary>Whether this answer is the one that is being read: a pipeline of the caller's may put another in its place.</summary>
    public bool HasRead(HttpResponseMessage response) => ReferenceEquals(_answer, response);

    public override bool IsReadOn => true;

    public override async ValueTask ReadAnswerAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        Reset();
        _answer = response;
        try
        {
            if (!response.IsSuccessStatusCode)
            {
                ErrorBody = await Body.ReadAsync(response.Content, Settings.MaxErrorBytes, mayCut: true, cancellationToken).ConfigureAwait(false);
                return;
            }

            _stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            Rows = new RowReader<T>(list.RowsMember, list.Converter, Settings.MaxRowBytes);
        }
        catch (Exception error) when (error is UnreadableAnswerException or IOException or HttpRequestException)
        {
            throw Failures.Unreadable(Operation, response, error);
        }

        while ((FirstStep = Advance(response)) is RowStep.NeedMore)
        {
            await FillAsync(response, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Goes on to the next row of what has come.</summary>
    /// <exception cref="Errors.SandboxResponseException">The frame around the rows is broken.</exception>
    public RowStep Advance(HttpResponseMessage response)
    {
        try
        {
            return Rows!.Advance();
        }
        catch (JsonException error)
        {
            // What is wrong only at its end was cut there.
            var cause = Rows!.IsComplete && EndsWithConnection(response) ? UnreadableAnswerException.Unfinished() : UnreadableAnswerException.NotExpected(error);
            throw Failures.Unreadable(Operation, response, cause);
        }
    }

    /// <summary>Waits for more of the page.</summary>
    /// <exception cref="Errors.SandboxResponseException">The connection broke.</exception>
    public async ValueTask FillAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            Rows!.Received(await _stream!.ReadAsync(Rows.Space(), cancellationToken).ConfigureAwait(false));
        }
        catch (Exception error) when (error is IOException or HttpRequestException)
        {
            throw Failures.Unreadable(Operation, response, error);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Reset();
        }

        base.Dispose(disposing);
    }

    private void Reset()
    {
        // The stream belongs to the response, which is disposed with its attempt.
        _stream = null;
        Rows?.Dispose();
        Rows = null;
        ErrorBody?.Dispose();
        ErrorBody = null;
    }
}
