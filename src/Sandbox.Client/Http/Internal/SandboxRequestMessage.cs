using System.Net;

namespace Sandbox.Client.Http.Internal;

/// <summary>
/// A request that knows how its answer is read, so that a handler can make the body a part of the attempt. A property bag would cost a
/// dictionary for every call.
/// </summary>
internal abstract class SandboxRequestMessage : HttpRequestMessage
{
    private static readonly string UserAgent = $"Sandbox.Client/{typeof(SandboxRequestMessage).Assembly.GetName().Version?.ToString(3)}";

    private readonly TimeProvider _timeProvider;
    private readonly long _started;

    protected SandboxRequestMessage(Operation operation, Uri uri, SandboxClientOptions options)
        : base(operation.Method, uri)
    {
        Operation = operation;
        Settings = options;
        _timeProvider = options.TimeProvider;
        _started = _timeProvider.GetTimestamp();
        if (options.UseHttp2)
        {
            Version = HttpVersion.Version20;
            VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        }

        Headers.TryAddWithoutValidation("User-Agent", UserAgent);
    }

    public Operation Operation { get; }

    protected SandboxClientOptions Settings { get; }

    /// <summary>Whether the answer is read on after the attempt.</summary>
    public virtual bool IsReadOn => false;

    /// <summary>How many attempts have begun.</summary>
    public int Attempts { get; private set; }

    /// <summary>True once an attempt may have had its effect: until an answer says that it has not.</summary>
    public bool MayHaveHappened { get; set; }

    /// <summary>Whether it may still leave, for a creation that is not cut once it has left; null for what may be cut at any time.</summary>
    public Departure? Departure { get; init; }

    /// <summary>Counts for the call that this request is a part of; null when it is the whole.</summary>
    public CallCount? Call { get; init; }

    /// <summary>The wait before the next attempt.</summary>
    public TimeSpan NextDelay { get; set; }

    /// <summary>The time since the operation began.</summary>
    public TimeSpan Elapsed => _timeProvider.GetElapsedTime(_started);

    /// <summary>One more attempt begins.</summary>
    public void BeginAttempt()
    {
        Attempts++;
        Call?.Attempt();
    }

    /// <summary>Reads what belongs to the attempt: the body of a single answer, a list up to its first row. A second call replaces the first one's result.</summary>
    /// <exception cref="Errors.SandboxException">The body can't be read; never for what the status says.</exception>
    public abstract ValueTask ReadAnswerAsync(HttpResponseMessage response, CancellationToken cancellationToken);

    /// <summary>Whether only the end of the connection ends the body: then one that broke looks like one that is done (RFC 9112, section 6.3).</summary>
    protected static bool EndsWithConnection(HttpResponseMessage response) =>
        response.Version < HttpVersion.Version20 && response.Content.Headers.ContentLength is null && response.Headers.TransferEncodingChunked != true;
}
