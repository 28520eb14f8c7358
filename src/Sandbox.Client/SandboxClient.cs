using Microsoft.Extensions.Logging.Abstractions;
using Sandbox.Client.Http.Internal;
using Sandbox.Client.Internal;
using Sandbox.Client.Lookup;
using Sandbox.Client.Namespaces;
using Sandbox.Client.Pools;
using Sandbox.Client.Snapshots;

namespace Sandbox.Client;

/// <summary>The client of an Indexify server's sandbox API, bound to one namespace.</summary>
/// <remarks>
/// Make one and keep it: it is safe for any number of callers at a time, and its connections are pooled. Methods are virtual, so that a test can
/// stand in for them. Errors are <see cref="Errors.SandboxException"/>s; bad arguments are <see cref="ArgumentException"/>s, before any call.
/// </remarks>
public partial class SandboxClient : IDisposable, IAsyncDisposable
{
    private readonly ClientResources _resources;
    private readonly Transport _transport;
    private readonly NamespaceScope _scope;
    private readonly bool _ownsResources;

    /// <summary>A client with connections of its own.</summary>
    /// <param name="options">The options; a new <see cref="SandboxClientOptions"/> has the defaults (<c>http://localhost:8900</c>, namespace <c>default</c>).
    /// Environment variables are read by <see cref="SandboxClientOptions.FromEnvironment"/> only.</param>
    /// <exception cref="ArgumentException">The options can't be used; the message says what to write.</exception>
    public SandboxClient(SandboxClientOptions options)
        : this(Checked(options ?? throw new ArgumentNullException(nameof(options)), nameof(options)), static settings => HandlerChain.CreatePrimary(settings), hasOwnConnections: true)
    {
    }

    /// <summary>A client that sends through a handler of the caller's: for tests, or for connections made in a special way.</summary>
    /// <param name="handler">Takes the requests; not disposed by the client. It should not follow redirects.</param>
    /// <param name="options">The options; null for the defaults. Those of connections (<see cref="SandboxClientOptions.ConnectTimeout"/>,
    /// <see cref="SandboxClientOptions.PooledConnectionLifetime"/>, <see cref="SandboxClientOptions.MaxConnectionsPerServer"/>) have no effect.</param>
    /// <exception cref="ArgumentException">The options can't be used; the message says what to write.</exception>
    public SandboxClient(HttpMessageHandler handler, SandboxClientOptions? options)
        : this(Checked(options, nameof(options)), _ => new BorrowedHandler(handler ?? throw new ArgumentNullException(nameof(handler))))
    {
    }

    /// <summary>A client that sends through an <see cref="HttpClient"/> of the caller's.</summary>
    /// <param name="httpClient">Takes the requests; not disposed by the client. Its handler should not follow redirects, and its own
    /// <see cref="HttpClient.Timeout"/> still counts.</param>
    /// <param name="options">The options; null for the defaults, with <see cref="HttpClient.BaseAddress"/> as the endpoint when there is one.</param>
    /// <exception cref="ArgumentException">The options can't be used; the message says what to write.</exception>
    public SandboxClient(HttpClient httpClient, SandboxClientOptions? options)
        : this(
            Checked(options ?? new SandboxClientOptions { Endpoint = httpClient?.BaseAddress ?? SandboxClientOptions.DefaultEndpoint }, nameof(options)),
            _ => new HttpClientHandlerBridge(httpClient ?? throw new ArgumentNullException(nameof(httpClient))))
    {
    }

    /// <summary>For stand-ins in tests: a client without a server, whose methods must be overridden.</summary>
    protected SandboxClient()
    {
        _resources = null!;
        _transport = null!;
        _scope = null!;
    }

    internal SandboxClient(ClientResources resources, NamespaceScope scope, bool ownsResources)
    {
        _resources = resources;
        _transport = resources.Transport;
        _scope = scope;
        _ownsResources = ownsResources;
        Pools = new SandboxPoolsClient(this, resources, scope);
        Snapshots = new SnapshotsClient(resources, scope);
        Namespaces = new NamespacesClient(_transport);
        Lookup = new SandboxLookupClient(_transport, scope);
    }

    private SandboxClient(SandboxClientOptions options, Func<SandboxClientOptions, HttpMessageHandler> createPrimary, bool hasOwnConnections = false)
        : this(CreateResources(options, HandlerChain.Create(options, createPrimary(options)), hasOwnConnections), new NamespaceScope(options.Namespace), ownsResources: true)
    {
    }

    /// <summary>The namespace that this client works in.</summary>
    public virtual string Namespace => _scope.Name;

    /// <summary>Pools of warm containers.</summary>
    public virtual SandboxPoolsClient Pools { get; } = null!;

    /// <summary>Snapshots of sandboxes.</summary>
    public virtual SnapshotsClient Snapshots { get; } = null!;

    /// <summary>The server's namespaces.</summary>
    public virtual NamespacesClient Namespaces { get; } = null!;

    /// <summary>What a proxy needs to know about a sandbox.</summary>
    public virtual SandboxLookupClient Lookup { get; } = null!;

    /// <summary>A view of another namespace over the same connections: cheap, and not to be disposed.</summary>
    /// <param name="name">The namespace: see <see cref="SandboxIdentifier"/>.</param>
    /// <returns>The view; it works as long as this client does.</returns>
    /// <exception cref="ArgumentException">The name can't be a namespace.</exception>
    public virtual SandboxClient InNamespace(string name) => new(_resources, new NamespaceScope(name), ownsResources: false);

    /// <summary>Closes the connections, unless they are somebody else's: a view's (<see cref="InNamespace"/>), a given handler's. Leases that are open then can't be ended any more: they are
    /// logged and told to <see cref="SandboxClientOptions.OnLeaseNotDeleted"/>. <see cref="DisposeAsync"/> ends them.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    internal static ClientResources CreateResources(SandboxClientOptions options, HttpMessageHandler handler, bool hasOwnConnections)
    {
        var logger = options.LoggerFactory?.CreateLogger(Telemetry.SandboxTelemetry.LoggerCategoryName) ?? NullLogger.Instance;
        return new ClientResources(new Transport(options, new HttpMessageInvoker(handler), logger) { HasOwnConnections = hasOwnConnections });
    }

    /// <summary>Closes what this object owns.</summary>
    /// <param name="disposing">True from <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && _ownsResources)
        {
            _resources.Dispose();
        }
    }

    private static SandboxClientOptions Checked(SandboxClientOptions? options, string parameter)
    {
        var copy = (options ?? new SandboxClientOptions()).Copy();
        copy.ThrowIfInvalid(parameter);
        return copy;
    }
}
