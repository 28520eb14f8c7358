using Sandbox.Client.Errors;

namespace BatchWorker.Jobs;

/// <summary>Why an attempt at a job ended, as far as its exception tells.</summary>
internal sealed record AttemptFailure
{
    public required int Attempt { get; init; }

    /// <summary>The exception's type, whether its effect is known, and its message.</summary>
    public required string Error { get; init; }

    /// <summary>Whether a sandbox may have been made whose id nobody knows.</summary>
    public bool MayHaveMadeUnknownSandbox { get; init; }

    /// <summary>The sandbox that was made and could not be deleted; null for none.</summary>
    public string? LeftBehindId { get; init; }

    /// <summary>
    /// Whether another attempt may be made. A job may run twice: it only reads. But a creation whose effect is not known is not repeated, because each may leave
    /// a sandbox. What can't get better, such as a request that the server refuses, is not repeated either.
    /// </summary>
    public bool IsRepeatable { get; init; }

    public static AttemptFailure Of(int attempt, Exception error) => error switch
    {
        SandboxException failure => Of(attempt, failure),
        SandboxOperationCanceledException cancelled => new AttemptFailure
        {
            Attempt = attempt,
            Error = Describe(cancelled, cancelled.Outcome),
            MayHaveMadeUnknownSandbox = cancelled is { Outcome: OperationOutcome.Unknown, Id: null },
            LeftBehindId = cancelled.CleanupFailure is null ? null : cancelled.Id,
        },
        _ => new AttemptFailure { Attempt = attempt, Error = $"{error.GetType().Name}: {error.Message}" },
    };

    private static AttemptFailure Of(int attempt, SandboxException failure)
    {
        var isUnknownCreation = failure is { Operation: "sandboxes.create", Outcome: OperationOutcome.Unknown };
        return new AttemptFailure
        {
            Attempt = attempt,
            Error = Describe(failure, failure.Outcome),
            MayHaveMadeUnknownSandbox = isUnknownCreation,
            LeftBehindId = failure.LeftBehindId,
            IsRepeatable = !isUnknownCreation && (failure.IsTransient || failure is SandboxTerminatedException),
        };
    }

    private static string Describe(Exception error, OperationOutcome outcome) => $"{error.GetType().Name}, outcome {outcome}: {error.Message}";
}
