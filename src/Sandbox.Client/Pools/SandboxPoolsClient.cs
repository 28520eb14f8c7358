using Sandbox.Client.Creation.Internal;
using Sandbox.Client.Errors;
using Sandbox.Client.Http.Internal;
using Sandbox.Client.Internal;
using Sandbox.Client.Leasing;
using Sandbox.Client.Listing;
using Sandbox.Client.Listing.Internal;
using Sandbox.Client.Models;
using Sandbox.Client.Models.Internal;
using Sandbox.Client.Serialization.Internal;
using Sandbox.Client.Waiting.Internal;

namespace Sandbox.Client.Pools;

/// <summary>Pools of warm containers in one namespace; <see cref="SandboxClient.Pools"/> gives it.</summary>
public class SandboxPoolsClient
{
    private readonly SandboxClient _client;
    private readonly ClientResources _resources;
    private readonly Transport _transport;
    private readonly NamespaceScope _scope;

    /// <summary>For stand-ins in tests: a client without a server, whose methods must be overridden.</summary>
    protected SandboxPoolsClient()
    {
        _client = null!;
        _resources = null!;
        _transport = null!;
        _scope = null!;
    }

    internal SandboxPoolsClient(SandboxClient client, ClientResources resources, NamespaceScope scope)
    {
        _client = client;
        _resources = resources;
        _transport = resources.Transport;
        _scope = scope;
    }

    /// <summary>Makes a pool.</summary>
    /// <param name="request">What to make.</param>
    /// <param name="cancellationToken">Stops the call; the server may have made the pool all the same.</param>
    /// <returns>The new pool's id.</returns>
    /// <exception cref="ArgumentException">The request can't be meant so; the message names the member.</exception>
    /// <exception cref="SandboxFeatureNotSupportedException">The server did not keep an access setting, and the pool was deleted again: see <see cref="SandboxClientOptions.VerifyAccessSettings"/>.</exception>
    /// <exception cref="SandboxOperationCanceledException">The caller cancelled: it tells whether the pool may have been made.</exception>
    /// <exception cref="SandboxException">The call failed.</exception>
    public virtual Task<CreatedSandboxPool> CreateAsync(CreateSandboxPoolRequest request, CancellationToken cancellationToken = default)
    {
        RequestValidation.ThrowIfInvalid(request, _transport.Options);
        return PoolAccess.CreateAsync(_transport, _scope, request, cancellationToken);
    }

    /// <summary>Reads a pool with its containers.</summary>
    /// <param name="id">The pool's id.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The pool.</returns>
    /// <exception cref="ArgumentException">The text can't be an id: see <see cref="SandboxIdentifier"/>.</exception>
    /// <exception cref="SandboxNotFoundException">There is no such pool in this namespace.</exception>
    /// <exception cref="SandboxException">The call failed otherwise.</exception>
    public virtual Task<SandboxPoolDetail> GetAsync(string id, CancellationToken cancellationToken = default)
    {
        SandboxIdentifier.ThrowIfInvalid(id, nameof(id));
        return _transport.SendAsync(Operations.GetPool, _scope, id, content: null, SandboxPoolDetailConverter.Instance, notFound: null, cancellationToken)!;
    }

    /// <summary>Reads a pool that may not exist, with its containers.</summary>
    /// <param name="id">The pool's id.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The pool; null when there is none in this namespace, and, without a call, when the text can't be an id.</returns>
    /// <exception cref="SandboxException">The call failed.</exception>
    public virtual Task<SandboxPoolDetail?> FindAsync(string id, CancellationToken cancellationToken = default) => SandboxIdentifier.IsValid(id)
        ? _transport.SendAsync(Operations.GetPool, _scope, id, content: null, SandboxPoolDetailConverter.Instance, static (_, _) => null, cancellationToken)
        : Task.FromResult<SandboxPoolDetail?>(null);

    /// <summary>Lists the namespace's pools as the answer arrives, in the order of their ids.</summary>
    /// <param name="options">How to treat rows that can't be read; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the call and the download.</param>
    /// <returns>The pools, without their containers. Each enumeration is a call of its own.</returns>
    /// <exception cref="ArgumentException"><see cref="ListOptions.Status"/> is set.</exception>
    /// <exception cref="SandboxException">The call failed, on the enumeration.</exception>
    public virtual IAsyncEnumerable<SandboxPoolInfo> ListAsync(ListOptions? options = null, CancellationToken cancellationToken = default) =>
        _transport.ListAsync(Lists.Pools, _scope, ListOptions.WithoutStatus(options), cancellationToken);

    /// <summary>Replaces all that a pool is. Containers that already run keep what they were started with.</summary>
    /// <param name="id">The pool's id.</param>
    /// <param name="request">All that the pool shall be.</param>
    /// <param name="cancellationToken">Stops the call; the server may have replaced it all the same.</param>
    /// <returns>The pool as it is now, without its containers.</returns>
    /// <exception cref="ArgumentException">The text can't be an id, or the request can't be meant so; the message names the member.</exception>
    /// <exception cref="SandboxFeatureNotSupportedException">The server did not keep an access setting; the rest of the change is in force: see <see cref="SandboxClientOptions.VerifyAccessSettings"/>.</exception>
    /// <exception cref="SandboxNotFoundException">There is no such pool in this namespace.</exception>
    /// <exception cref="SandboxException">The call failed otherwise.</exception>
    public virtual Task<SandboxPoolInfo> UpdateAsync(string id, UpdateSandboxPoolRequest request, CancellationToken cancellationToken = default)
    {
        SandboxIdentifier.ThrowIfInvalid(id, nameof(id));
        RequestValidation.ThrowIfInvalid(request, _transport.Options);
        return PoolAccess.UpdateAsync(_transport, _scope, id, request, cancellationToken);
    }

    /// <summary>Deletes a pool and ends its warm containers. Unlike a sandbox, a deleted pool is not found again.</summary>
    /// <param name="id">The pool's id.</param>
    /// <param name="cancellationToken">Stops the call; the server may delete the pool all the same.</param>
    /// <returns>A task that ends when the pool is deleted.</returns>
    /// <exception cref="ArgumentException">The text can't be an id: see <see cref="SandboxIdentifier"/>.</exception>
    /// <exception cref="SandboxNotFoundException">There is no such pool in this namespace, or it is deleted already.</exception>
    /// <exception cref="SandboxConflictException">A sandbox of the pool still lives.</exception>
    /// <exception cref="SandboxException">The call failed otherwise.</exception>
    public virtual Task DeleteAsync(string id, CancellationToken cancellationToken = default)
    {
        SandboxIdentifier.ThrowIfInvalid(id, nameof(id));
        return _transport.SendAsync<SandboxPoolInfo>(Operations.DeletePool, _scope, id, RequestContent.Empty(), converter: null, notFound: null, cancellationToken);
    }

    /// <summary>Claims a sandbox from a pool: a warm container when there is one. It inherits all that the pool is.</summary>
    /// <param name="id">The pool's id.</param>
    /// <param name="cancellationToken">Stops the call; the server may have made the sandbox all the same.</param>
    /// <returns>The new sandbox's id and status.</returns>
    /// <exception cref="ArgumentException">The text can't be an id: see <see cref="SandboxIdentifier"/>.</exception>
    /// <exception cref="SandboxNotFoundException">There is no such pool in this namespace.</exception>
    /// <exception cref="SandboxException">The call failed otherwise.</exception>
    public virtual Task<CreatedSandbox> CreateSandboxAsync(string id, CancellationToken cancellationToken = default)
    {
        SandboxIdentifier.ThrowIfInvalid(id, nameof(id));
        return SandboxCreation.Claim(_resources, _scope, id).CreateAsync(cancellationToken);
    }

    /// <summary>Claims a sandbox from a pool, waits until it runs, and deletes it when its user is done: see <see cref="SandboxClient.AcquireAsync(CreateSandboxRequest, TimeSpan?, IProgress{SandboxInfo}?, CancellationToken)"/>.</summary>
    /// <param name="id">The pool's id.</param>
    /// <param name="timeout">How long to wait for it to run, above zero; <see cref="Timeout.InfiniteTimeSpan"/> for no limit; null for <see cref="SandboxClientOptions.WaitTimeout"/>.</param>
    /// <param name="progress">Is told the sandbox as it is first seen, and at every change of its status or pending reason; null for nobody.</param>
    /// <param name="cancellationToken">Stops the call, after it has cleaned up. It does not end the lease.</param>
    /// <returns>The lease of a running sandbox.</returns>
    /// <exception cref="ArgumentException">The text can't be an id (see <see cref="SandboxIdentifier"/>), or the time can't be waited for.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    /// <exception cref="SandboxNotFoundException">There is no such pool in this namespace.</exception>
    /// <exception cref="SandboxOperationCanceledException">The caller cancelled. With <see cref="SandboxOperationCanceledException.CleanupFailure"/> the sandbox may still run.</exception>
    /// <exception cref="SandboxException">The call failed otherwise: <see cref="SandboxException.Outcome"/> tells whether a sandbox may have been made that nobody knows,
    /// <see cref="SandboxException.LeftBehindId"/> names one that could not be deleted.</exception>
    public virtual Task<SandboxLease> AcquireAsync(
        string id, TimeSpan? timeout = null, IProgress<SandboxInfo>? progress = null, CancellationToken cancellationToken = default)
    {
        SandboxIdentifier.ThrowIfInvalid(id, nameof(id));
        SharedWaits.ThrowIfInvalid(timeout);
        return _client.AcquireAsync(SandboxCreation.Claim(_resources, _scope, id), timeout, progress, cancellationToken);
    }
}
