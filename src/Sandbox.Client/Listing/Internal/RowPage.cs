using System.Net;
using System.Text.Json;
using Sandbox.Client.Errors;

namespace Sandbox.Client.Listing.Internal;

/// <summary>One page that is being read, with its connection.</summary>
internal sealed class RowPage<T>(ListRequestMessage<T> request, HttpResponseMessage response, SandboxClientOptions options, CancellationToken cancellationToken) : IDisposable
    where T : class
{
    private readonly CancellationTokenSource _idle = new(Timeout.InfiniteTimeSpan, options.TimeProvider);
    private CancellationTokenRegistration _registration;
    private bool _isFirst = true;

    /// <summary>The row, after <see cref="RowStep.Row"/>; null when it can't be read.</summary>
    public T? Row => request.Rows!.Row;

    /// <summary>Why the row can't be read.</summary>
    public JsonException? Problem => request.Rows!.Problem;

    public HttpStatusCode StatusCode => response.StatusCode;

    public string? NextCursor => request.Rows!.NextCursor;

    /// <summary>True when the server sent nothing for too long.</summary>
    public bool IsIdle => _idle.IsCancellationRequested && !cancellationToken.IsCancellationRequested;

    /// <summary>True when the page is read to its end.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Tells an error what the transport tells of those before the first row.</summary>
    public void Count(SandboxException failure) => failure.Count(request.Attempts, request.Elapsed);

    /// <summary>Goes to the next row of what has come.</summary>
    public RowStep Advance()
    {
        var step = _isFirst ? request.FirstStep : request.Advance(response);
        _isFirst = false;
        IsOver = step is RowStep.End;
        return step;
    }

    /// <summary>Waits for more of the page.</summary>
    public async ValueTask FillAsync()
    {
        if (_registration == default)
        {
            _registration = cancellationToken.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), _idle);
        }

        // The clock runs only while the server is waited for, not while the caller handles a row.
        _idle.CancelAfter(options.IdleTimeout);
        await request.FillAsync(response, _idle.Token).ConfigureAwait(false);
        _idle.CancelAfter(Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        _registration.Dispose();
        _idle.Dispose();
        response.Dispose();
        request.Dispose();
    }
}
