using Sandbox.Client.Errors;
using Sandbox.Client.Errors.Internal;
using Sandbox.Client.Http.Internal;

namespace Sandbox.Client.Resilience.Internal;

/// <summary>One attempt: its own time-out, its body included, and its failures as typed errors that whoever repeats attempts can judge.</summary>
internal sealed class AttemptHandler(SandboxClientOptions options) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request is SandboxRequestMessage message ? AttemptAsync(message, cancellationToken) : base.SendAsync(request, cancellationToken);

    private async Task<HttpResponseMessage> AttemptAsync(SandboxRequestMessage message, CancellationToken cancellationToken)
    {
        // After a wait the time may be over before its own timer has said so, and what is cancelled already has not left.
        cancellationToken.ThrowIfCancellationRequested();
        if (message.Departure?.TryBegin() == false)
        {
            throw new OperationCanceledException(cancellationToken);
        }

        if (options.OperationTimeout != Timeout.InfiniteTimeSpan && message.Elapsed >= options.OperationTimeout)
        {
            throw Failures.OperationTimedOut(message, options.OperationTimeout, cause: null);
        }

        using var deadline = Deadline.Start(options.AttemptTimeout, options.TimeProvider, cancellationToken, isOutlived: message.IsReadOn);
        HttpResponseMessage? response = null;
        var mightHaveBefore = message.MayHaveHappened;
        message.BeginAttempt();
        message.MayHaveHappened = true;
        try
        {
            response = await base.SendAsync(message, deadline.Token).ConfigureAwait(false);
            await message.ReadAnswerAsync(response, deadline.Token).ConfigureAwait(false);
            message.MayHaveHappened = mightHaveBefore || ErrorMapper.Outcome(response.StatusCode) == OperationOutcome.Unknown;
            return response;
        }
        catch (Exception error)
        {
            response?.Dispose();
            if (error is OperationCanceledException && message.Departure is { IsAtHome: true })
            {
                message.MayHaveHappened = mightHaveBefore;
            }

            if (deadline.IsOver && error is OperationCanceledException)
            {
                throw Failures.AttemptTimedOut(message.Operation, options.AttemptTimeout, error);
            }

            if (error is SandboxException { Outcome: OperationOutcome.Definite })
            {
                message.MayHaveHappened = mightHaveBefore;
            }
            else if (Failures.NoAnswer(message.Operation, error, options, cancellationToken) is { } failure)
            {
                message.MayHaveHappened = mightHaveBefore || failure.Outcome == OperationOutcome.Unknown;
                if (!message.MayHaveHappened)
                {
                    message.Departure?.Return();
                }

                throw failure;
            }

            throw;
        }
    }
}
