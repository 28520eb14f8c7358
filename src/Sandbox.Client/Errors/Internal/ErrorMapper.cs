using System.Net;
using Sandbox.Client.Http.Internal;

namespace Sandbox.Client.Errors.Internal;

/// <summary>Turns an answer that is no success into one typed error (contract section 1.3).</summary>
internal static class ErrorMapper
{
    public static SandboxException Map(Operation operation, HttpResponseMessage response, ReadOnlySpan<byte> body, SandboxClientOptions options)
    {
        var status = response.StatusCode;
        var text = ErrorText.Read(body, options.ApiKey);
        var outcome = Outcome(status);
        return Create(operation, status, text, outcome).Describe(
            operation, status, text, RetryAfter(response, options.TimeProvider), IsTransient(status), outcome);
    }

    /// <summary>Whether the same request may succeed later.</summary>
    public static bool IsTransient(HttpStatusCode status) => status
        is HttpStatusCode.RequestTimeout
        or HttpStatusCode.TooManyRequests
        or HttpStatusCode.InternalServerError
        or HttpStatusCode.BadGateway
        or HttpStatusCode.ServiceUnavailable
        or HttpStatusCode.GatewayTimeout;

    private static SandboxException Create(Operation operation, HttpStatusCode status, string? text, OperationOutcome outcome)
    {
        var answered = Sentence($"{operation} failed: the server answered {(int)status}", text);
        if (outcome == OperationOutcome.Unknown && operation.RetrySafety == RetrySafety.IfNeverSent)
        {
            answered = $"{answered} {Failures.NotKnown(operation)}";
        }

        return status switch
        {
            HttpStatusCode.Unauthorized => new SandboxUnauthenticatedException($"{answered} Set {nameof(SandboxClientOptions.ApiKey)} to a key that it accepts."),
            HttpStatusCode.Forbidden => new SandboxPermissionDeniedException($"{answered} The credentials do not allow this."),
            HttpStatusCode.NotFound or HttpStatusCode.Gone when text is not null => new SandboxNotFoundException(answered),
            HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented => new SandboxFeatureNotSupportedException(
                $"{answered} It has no such endpoint ({operation.Method} {operation.Path}): either the address is wrong, or the server is older than this operation."),
            HttpStatusCode.RequestTimeout => new SandboxRequestTimeoutException($"{answered} It gave up waiting for the request."),
            HttpStatusCode.Conflict => new SandboxConflictException(answered),
            HttpStatusCode.TooManyRequests => new SandboxRateLimitedException($"{answered} Ask less often."),
            >= (HttpStatusCode)400 and < (HttpStatusCode)500 => new SandboxInvalidRequestException(answered),
            >= (HttpStatusCode)500 => new SandboxServerException(answered),
            _ => new SandboxResponseException(
                $"{answered} No Indexify server answers so, and redirects are never followed: set {nameof(SandboxClientOptions.Endpoint)} to the server's own address."),
        };
    }

    /// <summary>A refusal settles the matter; what failed within the server, or in front of it, does not.</summary>
    public static OperationOutcome Outcome(HttpStatusCode status) =>
        (int)status is >= 400 and < 500 and not 408 ? OperationOutcome.Definite : OperationOutcome.Unknown;

    private static string Sentence(string answered, string? text) => text switch
    {
        null => $"{answered}.",
        [.., '.' or '!' or '?' or '…'] => $"{answered}: {text}",
        _ => $"{answered}: {text}.",
    };

    /// <summary>Both forms of the header (RFC 9110, section 10.2.3); a date that is past is "now", and what can't be read is nothing.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider timeProvider) => response.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } date } => TimeSpan.FromTicks(Math.Max(0, (date - timeProvider.GetUtcNow()).Ticks)),
        _ => Countless(response),
    };

    // More seconds than the framework's parser can count are still a wish to wait long, not garbage.
    private static TimeSpan? Countless(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("Retry-After", out var values)
        && values.Count == 1
        && values.ToString() is { Length: > 0 } text
        && !text.AsSpan().ContainsAnyExceptInRange('0', '9')
            ? TimeSpan.FromSeconds(int.MaxValue)
            : null;
}
