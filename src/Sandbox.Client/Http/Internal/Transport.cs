using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.Logging;
using Sandbox.Client.Errors;
using Sandbox.Client.Errors.Internal;
using Sandbox.Client.Serialization.Internal;
using Sandbox.Client.Telemetry.Internal;

namespace Sandbox.Client.Http.Internal;

/// <summary>The only place that sends.</summary>
internal sealed partial class Transport : IDisposable
{
    private readonly HttpMessageInvoker _invoker;
    private readonly RequestUris _uris;
    private volatile bool _isDisposed;

    public Transport(SandboxClientOptions options, HttpMessageInvoker invoker, ILogger logger)
    {
        Options = options;
        Logger = logger;
        _invoker = invoker;
        _uris = new RequestUris(options.Endpoint);
    }

    /// <summary>Reads the text of a 404 that means something else than "no such thing"; null when it does not.</summary>
    public delegate T? NotFoundReader<T>(ReadOnlySpan<byte> text, string id);

    public SandboxClientOptions Options { get; }

    /// <summary>Whether requests go straight to connections of the client's own.</summary>
    public bool HasOwnConnections { get; init; }

    public ILogger Logger { get; }

    public void Dispose()
    {
        _isDisposed = true;
        _invoker.Dispose();
    }

    /// <summary>Does one operation whose answer is one record, or nothing.</summary>
    /// <param name="operation">What to do.</param>
    /// <param name="scope">In which namespace; null where the path has none.</param>
    /// <param name="id">The id in the path; null where it has none.</param>
    /// <param name="content">The request's body; null for a read. See <see cref="RequestContent.Empty"/>.</param>
    /// <param name="converter">Reads the answer; null when a success has nothing to read.</param>
    /// <param name="notFound">What a 404 with a text means; null for an error.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <param name="departure">See <see cref="SandboxRequestMessage.Departure"/>.</param>
    /// <param name="call">See <see cref="SandboxRequestMessage.Call"/>.</param>
    public async Task<T?> SendAsync<T>(
        Operation operation, NamespaceScope? scope, string? id, HttpContent? content, RecordConverter<T>? converter, NotFoundReader<T>? notFound, CancellationToken cancellationToken,
        Departure? departure = null, CallCount? call = null)
        where T : class
    {
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(SandboxClient));
        var trace = OperationTrace.Start(operation, scope?.Name, Logger);
        var deadline = default(Deadline);
        using var request = new SingleRequestMessage(operation, _uris.Create(operation, scope?.Segment ?? "", id), Options) { Content = content, Departure = departure, Call = call };
        try
        {
            deadline = Deadline.Start(Options.OperationTimeout, Options.TimeProvider, cancellationToken);
            using var response = await _invoker.SendAsync(request, deadline.Token).ConfigureAwait(false);
            if (!request.HasRead(response))
            {
                await request.ReadAnswerAsync(response, deadline.Token).ConfigureAwait(false);
            }

            var record = IsDoneByEarlierAttempt(request, response) ? null : Interpret(operation, response, request.Body!, id, converter, notFound);
            trace.Succeeded((int)response.StatusCode);
            return record;
        }
        catch (Exception error)
        {
            var failure = Translate(request, error, deadline, cancellationToken);
            trace.Failed(failure);
            if (ReferenceEquals(failure, error))
            {
                throw;
            }

            throw failure;
        }
        finally
        {
            deadline.Dispose();
        }
    }

    private T? Interpret<T>(Operation operation, HttpResponseMessage response, Body body, string? id, RecordConverter<T>? converter, NotFoundReader<T>? notFound)
        where T : class
    {
        if (response.IsSuccessStatusCode)
        {
            try
            {
                if (converter is not null)
                {
                    return converter.Parse(body.Bytes);
                }

                ThrowIfNotFromServer(body.Bytes);
                return null;
            }
            catch (JsonException error)
            {
                throw Failures.Unreadable(operation, response, UnreadableAnswerException.NotExpected(error));
            }
        }

        // Looked for and not found is an ordinary answer, on a path that attackers drive: it must not cost an exception.
        return notFound is not null && NotFoundAnswer.IsFromServer(response, body.Bytes)
            ? notFound(body.Bytes, id!)
            : throw ErrorMapper.Map(operation, response, body.Bytes, Options);
    }

    // A success that says nothing has no body (contract section 1.3). A later server may send JSON; the page of a proxy is not the server's word that it is done.
    private static void ThrowIfNotFromServer(ReadOnlySpan<byte> body)
    {
        if (!Utf8.IsValid(body))
        {
            throw new JsonException("It is not UTF-8 text.");
        }

        var reader = new Utf8JsonReader(body);
        while (!body.IsEmpty && reader.Read())
        {
        }
    }

    // A deletion whose answer was lost, and then "no such thing": the first one did it.
    private static bool IsDoneByEarlierAttempt(SingleRequestMessage request, HttpResponseMessage response) =>
        request.MayHaveHappened && request.Attempts > 1 && request.Method == HttpMethod.Delete && NotFoundAnswer.IsFromServer(response, request.Body!.Bytes);

    private Exception Translate(SandboxRequestMessage request, Exception error, in Deadline deadline, CancellationToken cancellationToken)
    {
        var translated = Type(request, error, deadline, cancellationToken);
        if (translated is SandboxException failure)
        {
            failure.Count(request.Attempts, request.Elapsed);
            if (request.MayHaveHappened && request.Method != HttpMethod.Get)
            {
                failure.SetUnknown();
            }
        }

        return translated;
    }

    private Exception Type(SandboxRequestMessage request, Exception error, in Deadline deadline, CancellationToken cancellationToken)
    {
        var operation = request.Operation;
        if (error is OperationCanceledException)
        {
            if (deadline.IsOver)
            {
                return Failures.OperationTimedOut(request, Options.OperationTimeout, error);
            }

            if (cancellationToken.IsCancellationRequested)
            {
                // The inner token is ours; the caller compares with his own.
                return operation.RetrySafety == RetrySafety.IfNeverSent
                    ? Failures.CreationCancelled(request, error, cancellationToken)
                    : new OperationCanceledException($"{operation} was cancelled.", error, cancellationToken);
            }
        }

        return error as SandboxException ?? Failures.NoAnswer(operation, error, Options, cancellationToken) ?? Failures.Foreign(request, error);
    }
}
