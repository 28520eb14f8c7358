using Sandbox.Client.Errors;
using Sandbox.Client.Http.Internal;
using Sandbox.Client.Listing;
using Sandbox.Client.Listing.Internal;
using Sandbox.Client.Models;
using Sandbox.Client.Models.Internal;
using Sandbox.Client.Serialization.Internal;

namespace Sandbox.Client.Pools;

/// <summary>Pools of warm containers in one namespace; <see cref="SandboxClient.Pools"/> gives it.</summary>
public class SandboxPoolsClient
{
    private readonly Transport _transport;
    private readonly NamespaceScope _scope;

    /// <summary>For stand-ins in tests: a client without a server, whose methods must be overridden.</summary>
    protected SandboxPoolsClient()
    {
        _transport = null!;
        _scope = null!;
    }

    internal SandboxPoolsClient(Transport transport, NamespaceScope scope)
    {
        _transport = transport;
        _scope = scope;
    }

    /// <summary>Makes a pool.</summary>
    /// <param name="request">What to make.</param>
    /// <param name="cancellationToken">Stops the call; the server may have made the pool all the same.</param>
    /// <returns>The new pool's id.</returns>
    /// <exception cref="ArgumentException">The request can't be meant so; the message names the member.</exception>
    /// <exception cref="SandboxException">The call failed.</exception>
    public virtual Task<CreatedSandboxPool> CreateAsync(CreateSandboxPoolRequest request, CancellationToken cancellationToken = default)
    {
        RequestValidation.ThrowIfInvalid(request, _transport.Options);
        return _transport.SendAsync(
            Operations.CreatePool, _scope, id: null, RequestContent.Json(request, CreateSandboxPoolRequestConverter.Instance), CreatedSandboxPoolConverter.Instance, notFound: null, cancellationToken)!;
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
    /// <exception cref="SandboxNotFoundException">There is no such pool in this namespace.</exception>
    /// <exception cref="SandboxException">The call failed otherwise.</exception>
    public virtual Task<SandboxPoolInfo> UpdateAsync(string id, UpdateSandboxPoolRequest request, CancellationToken cancellationToken = default)
    {
        SandboxIdentifier.ThrowIfInvalid(id, nameof(id));
        RequestValidation.ThrowIfInvalid(request, _transport.Options);
        return _transport.SendAsync(
            Operations.UpdatePool, _scope, id, RequestContent.Json(request, UpdateSandboxPoolRequestConverter.Instance), SandboxPoolInfoConverter.Instance, notFound: null, cancellationToken)!;
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
        return _transport.SendAsync(Operations.ClaimSandbox, _scope, id, RequestContent.Empty(), CreatedSandboxConverter.Instance, notFound: null, cancellationToken)!;
    }
}
