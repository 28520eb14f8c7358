using System.Runtime.ExceptionServices;
using Sandbox.Client.Errors;
using Sandbox.Client.Http.Internal;

namespace Sandbox.Client.Creation.Internal;

/// <summary>What a call has made and not handed over yet: it is deleted when something goes wrong, which is then told as the failure of the whole call.</summary>
/// <param name="transport">Sends.</param>
/// <param name="scope">Where it was made.</param>
/// <param name="creation">What made it.</param>
/// <param name="deletion">What deletes it.</param>
/// <param name="thing">What it is, for sentences.</param>
/// <param name="id">Its id.</param>
/// <param name="call">Counts for the whole call.</param>
internal sealed class Unfinished(Transport transport, NamespaceScope scope, Operation creation, Operation deletion, string thing, string id, CallCount call)
{
    /// <summary>Deletes it within the time to clean up.</summary>
    /// <returns>The error of the whole call.</returns>
    public async Task<Exception> AbandonAsync(Exception error, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(transport.Options.CleanupTimeout, transport.Options.TimeProvider);
        return await AbandonAsync(error, limit.Token, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes it until it is cut.</summary>
    /// <returns>The error of the whole call.</returns>
    public async Task<Exception> AbandonAsync(Exception error, CancellationToken cut, CancellationToken cancellationToken)
    {
        // What ended is listed for ever; a deletion would change nothing. A 404 is another matter: something on the way may have said it.
        var hasEnded = error is SandboxTerminatedException;
        var failure = hasEnded ? null : await Cleanup.DeleteAsync(transport, deletion, scope, id, cut).ConfigureAwait(false);
        if (error is OperationCanceledException && cancellationToken.IsCancellationRequested)
        {
            return Cancelled(error, failure, cancellationToken);
        }

        if (failure is null && error is not SandboxException)
        {
            // A listener's own, as it was thrown.
            ExceptionDispatchInfo.Throw(error);
        }

        var end = hasEnded ? "; it has ended by itself" : failure is null ? "; it is deleted again" : "";
        var reported = (error as SandboxException ?? new SandboxException($"It was a {error.GetType().Name}, see the inner exception.", error))
            .AsPartOf(creation, $"{creation} failed after the {thing} was made{end}.", failure is null ? OperationOutcome.Definite : OperationOutcome.Unknown);
        reported.Count(call.Attempts, call.Elapsed);
        if (failure is not null)
        {
            reported.SetLeftBehind(id, failure);
        }

        return reported;
    }

    /// <summary>The caller cancelled a call that does not wait for anything: it is his to delete.</summary>
    public SandboxOperationCanceledException HandedOver(Exception error, CancellationToken cancellationToken) => new(
        $"{creation} was cancelled after the {thing} was made, and before its access settings were read back: delete it.", error, cancellationToken)
    {
        Operation = creation.Name,
        Outcome = OperationOutcome.Definite,
        Id = id,
        Attempts = call.Attempts,
        Elapsed = call.Elapsed,
    };

    private SandboxOperationCanceledException Cancelled(Exception error, SandboxException? failure, CancellationToken cancellationToken)
    {
        var consequence = failure is null ? $"The {thing} that was made is deleted again." : $"The {thing} {id} that was made could not be deleted and may still run: {failure.Message}";
        return new SandboxOperationCanceledException($"{creation} was cancelled. {consequence}", error, cancellationToken)
        {
            Operation = creation.Name,
            Outcome = failure is null ? OperationOutcome.Definite : OperationOutcome.Unknown,
            Id = id,
            CleanupFailure = failure,
            Attempts = call.Attempts,
            Elapsed = call.Elapsed,
        };
    }
}
