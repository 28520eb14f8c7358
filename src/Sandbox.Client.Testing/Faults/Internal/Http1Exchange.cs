using System.Net.Sockets;

namespace Sandbox.Client.Testing.Faults.Internal;

/// <summary>Answers the requests of one client connection, each with its fault.</summary>
internal sealed class Http1Exchange(Stream output, FrontSettings settings, CancellationToken cancellationToken) : IDisposable
{
    private UpstreamConnection? _upstream;

    /// <summary>Answers as far as the fault lets it, and says what becomes of the connection.</summary>
    public async Task<Ending> AnswerAsync(ReceivedRequest request, Fault fault)
    {
        try
        {
            return await PlayAsync(request, fault).ConfigureAwait(false);
        }
        catch (SocketException exception)
        {
            // Only opening a connection throws this: nothing was answered yet.
            var text = $"The upstream of the fault server can't be reached: {exception.Message}";
            await output.WriteAsync(FixedAnswer.Create(502, text, "text/plain; charset=utf-8", []).ToBytes(!request.IsHead), cancellationToken).ConfigureAwait(false);
            return Ending.Close;
        }
    }

    public void Dispose() => _upstream?.Dispose();

    private async Task<Ending> PlayAsync(ReceivedRequest request, Fault fault)
    {
        if (fault.InformationalStatus is { } status)
        {
            await output.WriteAsync(FixedAnswer.HeadOf(status, contentLength: null, []), cancellationToken).ConfigureAwait(false);
        }

        var isOver = request.EndsConnection;
        if (fault.ReachesUpstream)
        {
            await SendAsync(request).ConfigureAwait(false);
            if (fault.Source == AnswerSource.Upstream)
            {
                await RelayAsync(request, fault).ConfigureAwait(false);
                isOver |= _upstream!.IsOver;
            }
            else
            {
                await DiscardAsync(request).ConfigureAwait(false);
            }
        }

        switch (fault.Source)
        {
            case AnswerSource.Given:
                await output.WriteAsync(fault.Given!.ToBytes(!request.IsHead), cancellationToken).ConfigureAwait(false);
                break;
            case AnswerSource.Raw:
                await output.WriteAsync(fault.Bytes, cancellationToken).ConfigureAwait(false);
                break;
            case AnswerSource.Filler:
                var head = FixedAnswer.HeadOf(200, fault.FillerLength, [KeyValuePair.Create("content-type", "application/json")]);
                await output.WriteAsync(head, cancellationToken).ConfigureAwait(false);
                await FillerBody.WriteAsync(output, request.IsHead ? 0 : fault.FillerLength, cancellationToken).ConfigureAwait(false);
                break;
        }

        return fault.Ending == Ending.KeepAlive && isOver ? Ending.Close : fault.Ending;
    }

    private async Task SendAsync(ReceivedRequest request)
    {
        if (_upstream is not { IsUsable: true })
        {
            _upstream?.Dispose();
            _upstream = null;
            _upstream = await UpstreamConnection.OpenAsync(settings.Upstream, cancellationToken).ConfigureAwait(false);
        }

        await _upstream.SendAsync(request, settings.Upstream.Authority, cancellationToken).ConfigureAwait(false);
    }

    private async Task RelayAsync(ReceivedRequest request, Fault fault)
    {
        var left = fault.Limit ?? int.MaxValue;
        var pace = fault.PerByte is { } perByte ? new SlowPace(perByte, settings.Clock, cancellationToken) : null;
        await foreach (var (bytes, part) in _upstream!.ReadAsync(request.IsHead, cancellationToken).ConfigureAwait(false))
        {
            if (pace is not null && part == AnswerPart.Body)
            {
                await pace.WriteAsync(output, bytes).ConfigureAwait(false);
                continue;
            }

            var count = Math.Min(bytes.Length, left);
            await output.WriteAsync(bytes[..count], cancellationToken).ConfigureAwait(false);
            if (fault.Limit is not null)
            {
                left -= count;
                if (left == 0 && part != AnswerPart.Informational)
                {
                    return; // The real answer has begun, so its effect has happened; the rest of it would not be sent.
                }
            }
        }
    }

    private async Task DiscardAsync(ReceivedRequest request)
    {
        await foreach (var _ in _upstream!.ReadAsync(request.IsHead, cancellationToken).ConfigureAwait(false))
        {
            // The effect is complete when the answer is.
        }
    }
}
