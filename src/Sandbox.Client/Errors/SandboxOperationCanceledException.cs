using System.Diagnostics;

namespace Sandbox.Client.Errors;

/// <summary>The caller cancelled an operation that makes something: a sandbox, a pool, a snapshot, a namespace, a claim. Its token is the caller's.</summary>
public sealed class SandboxOperationCanceledException : OperationCanceledException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What happened, and what can be done.</param>
    /// <param name="innerException">What it came from; null for nothing.</param>
    /// <param name="cancellationToken">The token that was cancelled.</param>
    public SandboxOperationCanceledException(string message, Exception? innerException, CancellationToken cancellationToken)
        : base(message, innerException, cancellationToken) =>
        TraceId = Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.TraceId.ToHexString() : null;

    /// <summary>The operation, for example <c>sandboxes.create</c>.</summary>
    public string? Operation { get; init; }

    /// <summary><see cref="OperationOutcome.Definite"/> when the request never left; otherwise the thing may have been made.</summary>
    public OperationOutcome Outcome { get; init; }

    /// <summary>The id of what was made; null when it is not known. With <see cref="CleanupFailure"/> it may still run.</summary>
    public string? Id { get; init; }

    /// <summary>How many attempts were made, repetitions included; 0 when the call ended before the first.</summary>
    public int Attempts { get; init; }

    /// <summary>How long the operation took, with all its attempts and waits, on <see cref="SandboxClientOptions.TimeProvider"/>'s clock.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>The trace that the call belongs to, as in W3C trace context; null when nobody traced.</summary>
    public string? TraceId { get; init; }

    /// <summary>The same with the token that the caller knows.</summary>
    internal SandboxOperationCanceledException WithToken(CancellationToken cancellationToken) =>
        new(Message, InnerException, cancellationToken) { Operation = Operation, Outcome = Outcome, Id = Id, CleanupFailure = CleanupFailure, Attempts = Attempts, Elapsed = Elapsed, TraceId = TraceId };

    /// <summary>Why what was made could not be deleted again; null when it was, and when the method does not delete.</summary>
    public SandboxException? CleanupFailure { get; init; }
}
