using System.Globalization;
using System.Net;
using Sandbox.Client.Http.Internal;

namespace Sandbox.Client.Errors.Internal;

/// <summary>The typed errors of calls that got no readable answer.</summary>
internal static class Failures
{
    // HTTP/2's word for a request that was not begun with (RFC 9113, section 8.7).
    private const long RefusedStream = 7;

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

    /// <summary>The answer came, and its body can't be read.</summary>
    public static SandboxResponseException Unreadable(Operation operation, HttpResponseMessage response, Exception cause)
    {
        var reason = cause as UnreadableAnswerException;
        return new SandboxResponseException(
            $"{operation} failed: the server answered {(int)response.StatusCode}, but the answer can't be read: {reason?.Message.TrimEnd('.') ?? "the connection broke within it"}.{ForeignContent(response)}",
            cause)
            .Describe(operation, response.StatusCode, isTransient: reason?.IsTransient ?? true);
    }

    /// <summary>The error of a request that got no answer at all; null when <paramref name="error"/> is something else, or the caller's cancellation.</summary>
    public static SandboxException? NoAnswer(Operation operation, Exception error, SandboxClientOptions options, CancellationToken cancellationToken)
    {
        var address = options.Endpoint.GetLeftPart(UriPartial.Authority);
        return error switch
        {
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
            HttpRequestException { InnerException: HttpProtocolException { ErrorCode: RefusedStream } } =>
                NeverSent(operation, $"the server at {address} refused to begin with it.", error),
            HttpRequestException { HttpRequestError: HttpRequestError.VersionNegotiationError } =>
                NeverSent(operation, $"the server at {address} does not speak HTTP/2: set {nameof(SandboxClientOptions.UseHttp2)} to false.", error),
            HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded } =>
                new SandboxResponseException($"{operation} failed: what answers at {address} does not speak HTTP as it should. {NotKnown(operation)}", error)
                    .Describe(operation, isTransient: true),
            HttpRequestException or IOException =>
                new SandboxConnectionException($"{operation} failed: the connection to {address} broke before an answer came. {NotKnown(operation)}", error)
                    .Describe(operation, isTransient: true),
            _ => null,
        };
    }

    private static OperationOutcome OutcomeOf(SandboxRequestMessage request) => request.MayHaveHappened ? OperationOutcome.Unknown : OperationOutcome.Definite;

    private static string Consequence(SandboxRequestMessage request) => request.MayHaveHappened ? NotKnown(request.Operation) : "The request never left.";

    private static SandboxConnectionException NeverSent(Operation operation, string what, Exception cause) =>
        new SandboxConnectionException($"{operation} failed: {what}", cause).Describe(operation, isTransient: true, outcome: OperationOutcome.Definite);

    /// <summary>A hint for an answer that this API never gives.</summary>
    private static string ForeignContent(HttpResponseMessage response)
    {
        if (response.Content.Headers.ContentEncoding.Count > 0)
        {
            return " It is in a content encoding that was not asked for.";
        }

        return response.Content.Headers.ContentType?.MediaType is { } type and not "application/json"
            ? $" It is of the type {ErrorText.Clean(type)}: is the address that of an Indexify server?"
            : "";
    }

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");
}
