namespace Sandbox.Client.Listing.Internal;

/// <summary>One page that is being read, with its connection.</summary>
internal sealed class RowPage(ListRequestMessage request, HttpResponseMessage response, SandboxClientOptions options, CancellationToken cancellationToken) : IDisposable
{
    private readonly CancellationTokenSource _idle = new(Timeout.InfiniteTimeSpan, options.TimeProvider);
    private CancellationTokenRegistration _registration;
    private bool _isFirst = true;

    public ReadOnlySpan<byte> Row => request.Rows!.Row;

    public string? NextCursor => request.Rows!.NextCursor;

    /// <summary>True when the server sent nothing for too long.</summary>
    public bool IsIdle => _idle.IsCancellationRequested && !cancellationToken.IsCancellationRequested;

    /// <summary>Goes to the next row, and waits for it when it has not come.</summary>
    public async ValueTask<RowStep> AdvanceAsync()
    {
        var step = _isFirst ? request.FirstStep : request.Advance(response);
        _isFirst = false;
        while (step is RowStep.NeedMore)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await FillAsync().ConfigureAwait(false);
            step = request.Advance(response);
        }

        return step;
    }

    public void Dispose()
    {
        _registration.Dispose();
        _idle.Dispose();
        response.Dispose();
        request.Dispose();
    }

    private async ValueTask FillAsync()
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
}
