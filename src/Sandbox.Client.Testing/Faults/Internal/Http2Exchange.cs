using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Sandbox.Client.Testing.Faults.Internal;

/// <summary>Answers one request of HTTP/2 with its fault. What closes a connection of HTTP/1.1 resets the stream here.</summary>
internal sealed class Http2Exchange(HttpContext context, FaultRequest request, Fault fault, TimeProvider clock, CancellationToken cancellationToken)
{
    private const int PieceSize = 16 * 1024;

    private readonly HttpResponse _response = context.Response;

    private bool TakesBody => !HttpMethods.IsHead(request.Method) && !FixedAnswer.HasNoBody(_response.StatusCode);

    public async Task AnswerAsync(Http2Upstream upstream)
    {
        var isComplete = fault.Source != AnswerSource.None;
        if (fault.ReachesUpstream)
        {
            using var answer = await AskAsync(upstream).ConfigureAwait(false);
            if (answer is null)
            {
                return;
            }

            if (fault.Source == AnswerSource.Upstream)
            {
                isComplete = fault.Limit is { } limit ? await RelayUpToAsync(answer, limit).ConfigureAwait(false) : await RelayAsync(answer).ConfigureAwait(false);
            }
            else
            {
                await answer.Content.LoadIntoBufferAsync(cancellationToken).ConfigureAwait(false); // The effect is complete when the answer is.
            }
        }

        if (fault.Source == AnswerSource.Given)
        {
            await WriteAsync(fault.Given!).ConfigureAwait(false);
        }
        else if (fault.Source == AnswerSource.Filler)
        {
            _response.ContentType = "application/json";
            _response.ContentLength = fault.FillerLength;
            await FillerBody.WriteAsync(_response.Body, TakesBody ? fault.FillerLength : 0, cancellationToken).ConfigureAwait(false);
        }

        await EndAsync(isComplete).ConfigureAwait(false);
    }

    /// <summary>The upstream's answer; <see langword="null"/> when the client was told that there is none.</summary>
    private async Task<HttpResponseMessage?> AskAsync(Http2Upstream upstream)
    {
        try
        {
            return await upstream.SendAsync(context, request, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError is HttpRequestError.ConnectionError)
        {
            await WriteAsync(FixedAnswer.Create(502, $"The upstream of the fault server can't be reached: {exception.Message}", "text/plain; charset=utf-8", []))
                .ConfigureAwait(false);
            return null;
        }
    }

    /// <summary>As <see cref="RelayAsync"/>, and what was passed on is out when this ends.</summary>
    private async Task<bool> RelayUpToAsync(HttpResponseMessage answer, int limit)
    {
        var frames = context.Features.GetRequiredFeature<Http2Client>().Sent;
        var stream = context.Features.GetRequiredFeature<IHttp2StreamIdFeature>().StreamId;
        var sent = frames.Watch(stream);
        try
        {
            var isComplete = await RelayAsync(answer).ConfigureAwait(false);
            if (!isComplete)
            {
                await sent.WaitAsync(limit, cancellationToken).ConfigureAwait(false);
            }

            return isComplete;
        }
        finally
        {
            frames.Forget(stream);
        }
    }

    /// <summary>Passes the answer on as far as the fault lets it, and says whether that was all of it.</summary>
    private async Task<bool> RelayAsync(HttpResponseMessage answer)
    {
        _response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated))
        {
            if (Http2Upstream.IsPassedOn(name))
            {
                _response.Headers.Append(name, values.ToArray());
            }
        }

        var pace = fault.PerByte is { } perByte ? new SlowPace(perByte, clock, cancellationToken) : null;
        var body = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var piece = new byte[PieceSize];
        var left = fault.Limit ?? int.MaxValue;
        await _response.StartAsync(cancellationToken).ConfigureAwait(false); // The head would wait for the first byte of the body otherwise.
        await _response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
        while (await body.ReadAsync(piece, cancellationToken).ConfigureAwait(false) is var count and > 0)
        {
            var sent = piece.AsMemory(0, Math.Min(count, left));
            if (pace is not null)
            {
                await pace.WriteAsync(_response.Body, sent).ConfigureAwait(false);
            }
            else if (sent.Length > 0)
            {
                await _response.Body.WriteAsync(sent, cancellationToken).ConfigureAwait(false);
            }

            if (fault.Limit is not null)
            {
                left -= sent.Length;
                if (sent.Length < count)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private async Task WriteAsync(FixedAnswer given)
    {
        _response.StatusCode = given.Status;
        _response.ContentLength = FixedAnswer.HasNoBody(given.Status) ? null : given.Body.Length;
        foreach (var (name, value) in given.Headers)
        {
            _response.Headers.Append(name, value);
        }

        if (TakesBody && !given.Body.IsEmpty)
        {
            await _response.Body.WriteAsync(given.Body, cancellationToken).ConfigureAwait(false);
        }
    }

    // A stream that is complete has nothing left to stall; waiting on would only hold its connection when the client has left.
    private async Task EndAsync(bool isComplete)
    {
        if (isComplete)
        {
            await _response.CompleteAsync().ConfigureAwait(false);
        }

        if (fault.Ending == Ending.Drop)
        {
            context.Features.GetRequiredFeature<IConnectionLifetimeNotificationFeature>().RequestClose();
        }
        else if (fault.Ending == Ending.Stall && !isComplete)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(false);
        }
        else if (!isComplete)
        {
            context.Abort();
        }
    }
}
