using Sandbox.Client.Testing.Faults.Internal;

namespace Sandbox.Client.Testing.Faults;

/// <summary>
/// Stands on a free port of the loopback address in front of a server, usually a <see cref="SandboxEmulator"/>, and spoils the requests that a test chooses:
/// before they have an effect, after it, or at any byte of the answer. All others pass untouched. Dispose it to free the port; nothing is left behind.
/// </summary>
public sealed class FaultServer : IAsyncDisposable
{
    private readonly LoopbackListener _listener;
    private readonly RequestLog _log;
    private readonly OpenConnections _connections;
    private readonly IAsyncDisposable _front;
    private readonly CancellationTokenSource _stop;
    private readonly Lazy<Task> _end;

    private FaultServer(LoopbackListener listener, RequestLog log, OpenConnections connections, IAsyncDisposable front, CancellationTokenSource stop)
    {
        _listener = listener;
        _log = log;
        _connections = connections;
        _front = front;
        _stop = stop;
        _end = new Lazy<Task>(EndAsync);
        Endpoint = new Uri($"http://127.0.0.1:{listener.Port}/");
    }

    /// <summary>Where it listens, such as <c>http://127.0.0.1:40123/</c>: the address to give to a client.</summary>
    public Uri Endpoint { get; }

    /// <summary>All requests that were received in full so far, in order; a copy.</summary>
    public IReadOnlyList<FaultRequest> Requests => _log.All;

    /// <summary>How many connections of clients are open.</summary>
    public int OpenConnections => _connections.Count;

    /// <summary>
    /// Whether new connections are accepted and closed at once, before a request is read. Those that are open stay. Default: <see langword="false"/>.
    /// </summary>
    public bool CloseNewConnections
    {
        get => _listener.ClosesAtOnce;
        set => _listener.ClosesAtOnce = value;
    }

    /// <summary>Starts a server.</summary>
    /// <param name="upstream">The server behind it, an absolute <c>http</c> address. Only its host and port count: a request's target is passed on as received.</param>
    /// <param name="choose">
    /// Asked once for each request, when it was received in full; <see langword="null"/> as its answer passes the request on untouched. It is called from many
    /// threads at the same time. When it throws, the request is answered with status 500 and the exception's message. <see langword="null"/> passes everything.
    /// </param>
    /// <param name="options">How it works; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <returns>The server, already listening.</returns>
    /// <exception cref="ArgumentException"><paramref name="upstream"/> is not an absolute <c>http</c> address.</exception>
    public static async Task<FaultServer> StartAsync(
        Uri upstream, Func<FaultRequest, Fault?>? choose = null, FaultServerOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(upstream);
        if (!upstream.IsAbsoluteUri || upstream.Scheme != Uri.UriSchemeHttp)
        {
            throw new ArgumentException("The upstream must be an absolute http address.", nameof(upstream));
        }

        cancellationToken.ThrowIfCancellationRequested();
        options ??= new FaultServerOptions();
        ArgumentNullException.ThrowIfNull(options.TimeProvider, nameof(options));
        var listener = new LoopbackListener();
        var log = new RequestLog();
        var connections = new OpenConnections();
        var stop = new CancellationTokenSource();
        var settings = new FrontSettings(upstream, choose ?? (static _ => null), options.TimeProvider, log, connections, stop.Token);
        try
        {
            IAsyncDisposable front = options.Http2
                ? await Http2Front.StartAsync(listener, settings, cancellationToken).ConfigureAwait(false)
                : new Http1Front(listener, settings);
            return new FaultServer(listener, log, connections, front, stop);
        }
        catch
        {
            listener.Dispose();
            stop.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Refuses new connections until <see cref="AcceptConnections"/> is called; the port stays taken. Those that are open stay. Harmless when it refuses already.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The server is disposed.</exception>
    public void RefuseConnections() => _listener.Refuse();

    /// <summary>Accepts connections again, on the same port. Harmless when it accepts already.</summary>
    /// <exception cref="ObjectDisposedException">The server is disposed.</exception>
    public void AcceptConnections() => _listener.Accept();

    /// <summary>Waits until requests were received in full, those before the call included.</summary>
    /// <param name="count">How many; zero or more.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>A task that ends when at least <paramref name="count"/> requests were received.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    /// <exception cref="OperationCanceledException">The wait was stopped.</exception>
    /// <exception cref="ObjectDisposedException">The server was disposed before that many came.</exception>
    public Task WaitForRequestsAsync(int count, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return _log.WaitAsync(count, cancellationToken);
    }

    /// <summary>Closes the port and all connections, stalled ones too, and ends when nothing of it runs any more. Harmless when called again.</summary>
    public ValueTask DisposeAsync() => new(_end.Value);

    private async Task EndAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        _listener.Dispose();
        await _front.DisposeAsync().ConfigureAwait(false);
        await _connections.WaitForEndAsync().ConfigureAwait(false);
        _log.End();
        _stop.Dispose();
    }
}
