using System.Globalization;
using System.Net;
using Sandbox.Client.Http.Internal;

namespace Sandbox.Client.Errors.Internal;

/// <summary>The typed errors of calls that got no readable answer.</summary>
internal static class Failures
{
    // What stands at a wrong address most often. Any other type is not repeated: no message holds a header's value.
    private static readonly string[] ForeignTypes = ["text/html", "text/plain", "text/xml", "application/xml", "application/octet-stream"];

    /// <summary>What a caller can do who does not know whether the server did it.</summary>
    public static string NotKnown(Operation operation) => operation.RetrySafety switch
    {
        RetrySafety.IfNeverSent => "Whether it was made is not known: look for it in the list before you make another.",
        _ when operation.Method == HttpMethod.Get => "Nothing was changed.",
        _ => "Whether the server did it is not known; doing it again does no harm.",
    };

    /// <summary>The caller cancelled an operation that makes something.</summary>
    public static SandboxOperationCanceledException CreationCancelled(SandboxRequestMessage request, Exception cause, CancellationToken cancellationToken) =>
        new($"{request.Operation} was cancelled. {Consequence(request)}", cause, cancellationToken)
        {
            Operation = request.Operation.Name,
            Outcome = OutcomeOf(request),
            Attempts = request.Attempts,
            Elapsed = request.Elapsed,
        };

    /// <summary>Fills in what the transport knows.</summary>
    public static TException Describe<TException>(
        this TException failure,
        Operation operation,
        HttpStatusCode? statusCode = null,
        string? serverMessage = null,
        TimeSpan? retryAfter = null,
        bool isTransient = false,
        OperationOutcome outcome = OperationOutcome.Unknown)
        where TException : SandboxException
    {
        failure.SetDetails(operation, statusCode, serverMessage, retryAfter, isTransient, outcome);
        return failure;
    }

    public static SandboxAttemptTimeoutException AttemptTimedOut(Operation operation, TimeSpan timeout, Exception cause) =>
        new SandboxAttemptTimeoutException($"{operation} failed: one attempt took longer than {Seconds(timeout)} ({nameof(SandboxClientOptions.AttemptTimeout)}). {NotKnown(operation)}", cause)
            .Describe(operation, isTransient: true);

    public static SandboxAttemptTimeoutException IdleTimedOut(Operation operation, TimeSpan timeout, Exception cause) =>
        new SandboxAttemptTimeoutException($"{operation} failed: the list sent nothing for {Seconds(timeout)} ({nameof(SandboxClientOptions.IdleTimeout)}).", cause)
            .Describe(operation, isTransient: true);

    public static SandboxRequestTimeoutException OperationTimedOut(SandboxRequestMessage request, TimeSpan timeout, Exception? cause) =>
        new SandboxRequestTimeoutException(
            $"{request.Operation} failed: it took longer than {Seconds(timeout)} ({nameof(SandboxClientOptions.OperationTimeout)}). {Consequence(request)}", cause)
            .Describe(request.Operation, isTransient: true, outcome: OutcomeOf(request));

    /// <summary>The answer came, and its body can't be read. A refusal is one without its words too.</summary>
    public static SandboxResponseException Unreadable(Operation operation, HttpResponseMessage response, Exception cause)
    {
        var reason = cause as UnreadableAnswerException;
        var outcome = ErrorMapper.Outcome(response.StatusCode);
        var consequence = operation.Method == HttpMethod.Get || outcome == OperationOutcome.Definite ? "" : $" {NotKnown(operation)}";
        return new SandboxResponseException(
            $"{operation} failed: the server answered {(int)response.StatusCode}, but the answer can't be read: {reason?.Message.TrimEnd('.') ?? "the connection broke within it"}.{ForeignContent(response)}{consequence}",
            WithoutHeaders(cause))
            .Describe(operation, response.StatusCode, isTransient: reason?.IsTransient ?? true, outcome: outcome);
    }

    /// <summary>The error of a request that got no answer at all; null when <paramref name="error"/> is something else, or the caller's cancellation.</summary>
    public static SandboxException? NoAnswer(Operation operation, Exception error, SandboxClientOptions options, CancellationToken cancellationToken)
    {
        var address = options.Endpoint.GetLeftPart(UriPartial.Authority);
        return error switch
        {
            // An HttpClient that the caller gave has a time-out of its own, which says nothing about the request having left.
            OperationCanceledException { InnerException: TimeoutException { InnerException: OperationCanceledException } } when !cancellationToken.IsCancellationRequested =>
                new SandboxAttemptTimeoutException($"{operation} failed: one attempt took longer than the {nameof(HttpClient.Timeout)} of the {nameof(HttpClient)}. {NotKnown(operation)}", error)
                    .Describe(operation, isTransient: true),

            // SocketsHttpHandler's connect time-out is a cancellation that nobody asked for.
            OperationCanceledException { InnerException: TimeoutException } when !cancellationToken.IsCancellationRequested =>
                new SandboxConnectTimeoutException(
                    $"{operation} failed: no connection to {address} within {Seconds(options.ConnectTimeout)} ({nameof(SandboxClientOptions.ConnectTimeout)}). Is the address right, and is a server there?",
                    error)
                    .Describe(operation, isTransient: true, outcome: OperationOutcome.Definite),
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } =>
                NeverSent(operation, $"the host of {address} can't be found. Is the address right?", error),
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } =>
                NeverSent(operation, $"nothing answers at {address}. Is the address right, and is a server there?", error),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
                NeverSent(operation, $"no secure connection to {address}. Is its certificate valid, and does it speak TLS?", error),
            HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } =>
                NeverSent(operation, $"the HTTP proxy did not connect to {address}.", error),
            HttpRequestException { HttpRequestError: HttpRequestError.VersionNegotiationError } =>
                NeverSent(operation, $"the server at {address} does not speak HTTP/2: set {nameof(SandboxClientOptions.UseHttp2)} to false.", error, isTransient: false),
            HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded } =>
                new SandboxResponseException($"{operation} failed: what answers at {address} does not speak HTTP as it should. {NotKnown(operation)}", WithoutHeaders(error))
                    .Describe(operation, isTransient: true),
            HttpRequestException or IOException =>
                new SandboxConnectionException($"{operation} failed: the connection to {address} broke before an answer came. {NotKnown(operation)}", error)
                    .Describe(operation, isTransient: true),
            OperationCanceledException when !cancellationToken.IsCancellationRequested =>
                new SandboxConnectionException($"{operation} failed: a handler on the way gave it up. {NotKnown(operation)}", error).Describe(operation, isTransient: true),
            _ => null,
        };
    }

    /// <summary>Something on the way (a handler, a pipeline of the caller's) failed in a way of its own.</summary>
    public static SandboxException Foreign(SandboxRequestMessage request, Exception cause) =>
        new SandboxException($"{request.Operation} failed with a {cause.GetType().Name} of something on the way, see the inner exception. {Consequence(request)}", cause)
            .Describe(request.Operation, outcome: OutcomeOf(request));

    private static OperationOutcome OutcomeOf(SandboxRequestMessage request) => request.MayHaveHappened ? OperationOutcome.Unknown : OperationOutcome.Definite;

    private static string Consequence(SandboxRequestMessage request) => request.MayHaveHappened ? NotKnown(request.Operation) : "The request never left.";

    private static SandboxConnectionException NeverSent(Operation operation, string what, Exception cause, bool isTransient = true) =>
        new SandboxConnectionException($"{operation} failed: {what}", cause).Describe(operation, isTransient: isTransient, outcome: OperationOutcome.Definite);

    // The framework quotes a broken header line in its text.
    private static Exception WithoutHeaders(Exception cause) =>
        cause is HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } or HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse }
            ? new HttpRequestException(HttpRequestError.InvalidResponse, "The answer is not HTTP as it should be. What is wrong with it is left out here, because it may hold a header's value.")
            : cause;

    /// <summary>A hint for an answer that this API never gives.</summary>
    private static string ForeignContent(HttpResponseMessage response)
    {
        if (response.Content.Headers.ContentEncoding.Count > 0)
        {
            return " It is in a content encoding that was not asked for.";
        }

        return response.Content.Headers.ContentType?.MediaType is { } type and not "application/json"
            ? $" It is of {(ForeignTypes.Contains(type, StringComparer.OrdinalIgnoreCase) ? $"the type {type.ToLowerInvariant()}" : "another type than JSON")}: is the address that of an Indexify server?"
            : "";
    }

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");
}
