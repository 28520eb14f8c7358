using Sandbox.Client.Errors;

namespace Sandbox.Client.ReliabilityTests.Table;

/// <summary>What the rules of docs/reliability.md say about a call in a situation, written from the rules alone.</summary>
public sealed record Expectation(int Requests, Type? Error, OperationOutcome? Outcome, TimeSpan Shortest, TimeSpan Longest)
{
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan OperationTimeout = TimeSpan.FromSeconds(100);

    // The longest three waits: 200, 400 and 800 ms.
    public static readonly TimeSpan LongestWaits = TimeSpan.FromMilliseconds(1400);

    private static readonly Expectation Success = new(1, null, null, TimeSpan.Zero, TimeSpan.Zero);

    public static Expectation Of(WireCall call, Situation situation, bool http2)
    {
        var repeats = call.Kind is not (CallKind.Creation or CallKind.NamespaceCreation or CallKind.Health);
        return situation.Nature switch
        {
            Nature.Fine => Success,
            Nature.NeverLeft => new(0, typeof(SandboxConnectionException), OperationOutcome.Definite, TimeSpan.Zero, call.Kind == CallKind.Health ? TimeSpan.Zero : LongestWaits),

            // A connection that ends while HTTP/2 is being agreed on may read as an answer that is none.
            Nature.Lost when http2 && !situation.IsSeen => Repeated(repeats, call, situation, http2, typeof(SandboxException), OperationOutcome.Unknown),
            Nature.Lost => Repeated(repeats, call, situation, http2, typeof(SandboxConnectionException), OperationOutcome.Unknown),
            Nature.BrokenBody => Repeated(repeats, call, situation, http2, typeof(SandboxResponseException), OperationOutcome.Unknown),
            Nature.Stalls when !situation.Stalls(call) => Success,
            Nature.Stalls when repeats => new(4, typeof(SandboxRequestTimeoutException), OperationOutcome.Unknown, OperationTimeout, OperationTimeout),
            Nature.Stalls => new(1, typeof(SandboxAttemptTimeoutException), OperationOutcome.Unknown, AttemptTimeout, AttemptTimeout),
            Nature.Unreadable => new(1, typeof(SandboxResponseException), OperationOutcome.Unknown, TimeSpan.Zero, TimeSpan.Zero),
            _ => OfStatus(call, situation, http2, repeats),
        };
    }

    /// <summary>Whether a call came to this. A type of error may be more special than the rules say.</summary>
    public bool Covers(Cell cell) => cell.Requests == Requests && cell.Outcome == Outcome && cell.Elapsed >= Shortest && cell.Elapsed <= Longest
        && (Error is null ? cell.Error is null : cell.Error?.IsAssignableTo(Error) == true);

    private static Expectation OfStatus(WireCall call, Situation situation, bool http2, bool repeats)
    {
        if ((call.Kind == CallKind.Lookup && situation is { Status: 404, HasText: true }) || (call.Kind == CallKind.Health && situation is { Status: 503, HasText: false }))
        {
            return Success;
        }

        Type error = situation.Status switch
        {
            401 => typeof(SandboxUnauthenticatedException),
            403 => typeof(SandboxPermissionDeniedException),
            404 or 410 when situation.HasText => typeof(SandboxNotFoundException),
            404 or 405 or 501 => typeof(SandboxFeatureNotSupportedException),
            408 => typeof(SandboxRequestTimeoutException),
            409 => typeof(SandboxConflictException),
            429 => typeof(SandboxRateLimitedException),
            < 400 => typeof(SandboxResponseException),
            < 500 => typeof(SandboxInvalidRequestException),
            _ => typeof(SandboxServerException),
        };
        var outcome = situation.Status is >= 400 and < 500 and not 408 ? OperationOutcome.Definite : OperationOutcome.Unknown;
        return Repeated(repeats && situation.Status is 408 or 429 or 500 or 502 or 503 or 504, call, situation, http2, error, outcome);
    }

    private static Expectation Repeated(bool isRepeated, WireCall call, Situation situation, bool http2, Type error, OperationOutcome outcome)
    {
        // What has no content is sent again by the transport too, within each attempt.
        var hasContent = call.Kind is CallKind.Deletion or CallKind.Replacement or CallKind.Creation or CallKind.NamespaceCreation;
        var perAttempt = situation.IsSeen ? 1 + (hasContent || http2 ? 0 : situation.Resends) : 0;
        if (!isRepeated)
        {
            return new(perAttempt, error, outcome, TimeSpan.Zero, TimeSpan.Zero);
        }

        if (situation.RetryAfter is not { } wait)
        {
            return new(4 * perAttempt, error, outcome, TimeSpan.Zero, LongestWaits);
        }

        // No wait is begun that would not end within the operation's time.
        var waits = Math.Min(3, (int)((OperationTimeout - TimeSpan.FromTicks(1)) / wait));
        return new((1 + waits) * perAttempt, error, outcome, waits * wait, waits * wait);
    }
}
