using System.Diagnostics;
using System.Net;
using Sandbox.Client.Http.Internal;

namespace Sandbox.Client.Errors;

/// <summary>The root of every error of this library, but for bad arguments (<see cref="ArgumentException"/>) and the caller's own cancellation
/// (<see cref="OperationCanceledException"/>).</summary>
/// <remarks>No message and no property ever holds a credential, a header's value or a query string.</remarks>
public class SandboxException : Exception
{
    private string? _operation;
    private HttpStatusCode? _statusCode;
    private string? _serverMessage;
    private TimeSpan? _retryAfter;
    private bool _isTransient;
    private string? _traceId;
    private OperationOutcome _outcome;
    private string? _context;

    /// <summary>Makes the error.</summary>
    /// <param name="message">What happened, and what can be done.</param>
    /// <param name="innerException">What it came from; null for nothing.</param>
    public SandboxException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The operation, for example <c>sandboxes.create</c>; null for an error that no operation raised.</summary>
    public string? Operation
    {
        get => _operation;
        init => _operation = value;
    }

    /// <summary>The answer's status; null when there was no answer.</summary>
    public HttpStatusCode? StatusCode
    {
        get => _statusCode;
        init => _statusCode = value;
    }

    /// <summary>The server's own words: at most 1,000 characters, without control characters; null when there were none.</summary>
    public string? ServerMessage
    {
        get => _serverMessage;
        init => _serverMessage = value;
    }

    /// <summary>How long the server asks to wait before the next try; null when it did not ask.</summary>
    public TimeSpan? RetryAfter
    {
        get => _retryAfter;
        init => _retryAfter = value;
    }

    /// <summary>Whether the same call may succeed later without a change. It says nothing about a repetition being safe: see <see cref="Outcome"/>.</summary>
    public bool IsTransient
    {
        get => _isTransient;
        init => _isTransient = value;
    }

    /// <summary>The trace that the call belongs to, as in W3C trace context; null when nobody traced.</summary>
    public string? TraceId
    {
        get => _traceId;
        init => _traceId = value;
    }

    /// <summary>Whether the effect of the call is known.</summary>
    public OperationOutcome Outcome
    {
        get => _outcome;
        init => _outcome = value;
    }

    /// <summary>How many attempts were made, repetitions included: of a wait its looks, of a call of several requests all of theirs. 0 when the call ended before the first.</summary>
    public int Attempts { get; private set; }

    /// <summary>How long the operation took, with all its attempts and waits, on <see cref="SandboxClientOptions.TimeProvider"/>'s clock.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>The id of what the call made, must not leave behind, and could not delete: it may still run. Null when there is no such thing.</summary>
    public string? LeftBehindId { get; private set; }

    /// <summary>Why <see cref="LeftBehindId"/> could not be deleted; null when there is no such thing, and when this exception is the reason.</summary>
    public SandboxException? CleanupFailure { get; private set; }

    /// <summary>What happened, and what can be done.</summary>
    public override string Message => LeftBehindId is null
        ? $"{_context}{base.Message}"
        : $"{_context}{base.Message} {LeftBehindId} could not be deleted and may still run{(CleanupFailure is null ? "." : ": ")}{CleanupFailure?.Message}";

    /// <summary>How many attempts there were, and how long they took.</summary>
    internal void Count(int attempts, TimeSpan elapsed) => (Attempts, Elapsed) = (attempts, elapsed);

    /// <summary>Tells of what could not be cleaned up, and why; this failure itself when no other is named.</summary>
    internal void SetLeftBehind(string id, SandboxException? failure = null) => (LeftBehindId, CleanupFailure) = (id, failure);

    /// <summary>This failure of a part as that of the whole: another object, because others may hold this one.</summary>
    /// <param name="operation">The whole.</param>
    /// <param name="context">What became of it, as sentences.</param>
    /// <param name="outcome">Whether its effect is known.</param>
    internal SandboxException AsPartOf(Operation operation, string context, OperationOutcome outcome)
    {
        var copy = Copy();
        copy._operation = operation.Name;
        copy._context = $"{context} ";
        copy._outcome = outcome;
        return copy;
    }

    /// <summary>The same for another who waits: what one of them writes into it is not the others' concern.</summary>
    internal SandboxException Copy() => (SandboxException)MemberwiseClone();

    /// <summary>An earlier attempt may have had the effect, whatever became of the last one.</summary>
    internal void SetUnknown() => _outcome = OperationOutcome.Unknown;

    /// <summary>Fills in what the transport knows; one place instead of an initializer for every kind of error.</summary>
    internal void SetDetails(Operation operation, HttpStatusCode? statusCode, string? serverMessage, TimeSpan? retryAfter, bool isTransient, OperationOutcome outcome)
    {
        _operation = operation.Name;
        _statusCode = statusCode;
        _serverMessage = serverMessage;
        _retryAfter = retryAfter;
        _isTransient = isTransient;
        _outcome = outcome;
        _traceId = Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.TraceId.ToHexString() : null;
    }
}
