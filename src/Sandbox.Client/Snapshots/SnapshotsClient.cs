using Sandbox.Client.Errors;
using Sandbox.Client.Http.Internal;
using Sandbox.Client.Internal;
using Sandbox.Client.Listing;
using Sandbox.Client.Listing.Internal;
using Sandbox.Client.Models;
using Sandbox.Client.Serialization.Internal;

namespace Sandbox.Client.Snapshots;

/// <summary>Snapshots of sandboxes in one namespace; <see cref="SandboxClient.Snapshots"/> gives it.</summary>
public partial class SnapshotsClient
{
    private readonly ClientResources _resources;
    private readonly Transport _transport;
    private readonly NamespaceScope _scope;

    /// <summary>For stand-ins in tests: a client without a server, whose methods must be overridden.</summary>
    protected SnapshotsClient()
    {
        _resources = null!;
        _transport = null!;
        _scope = null!;
    }

    internal SnapshotsClient(ClientResources resources, NamespaceScope scope)
    {
        _resources = resources;
        _transport = resources.Transport;
        _scope = scope;
    }

    /// <summary>Begins a snapshot of a running sandbox. It always ends the sandbox, whether it succeeds or fails.</summary>
    /// <param name="sandboxId">The sandbox's id.</param>
    /// <param name="cancellationToken">Stops the call; the server may have begun the snapshot all the same.</param>
    /// <returns>The new snapshot's id and status.</returns>
    /// <exception cref="ArgumentException">The text can't be an id: see <see cref="SandboxIdentifier"/>.</exception>
    /// <exception cref="SandboxNotFoundException">There is no such sandbox in this namespace.</exception>
    /// <exception cref="SandboxInvalidRequestException">The sandbox does not run, or a snapshot is already being made of it.</exception>
    /// <exception cref="SandboxException">The call failed otherwise.</exception>
    public virtual Task<CreatedSnapshot> CreateAsync(string sandboxId, CancellationToken cancellationToken = default)
    {
        SandboxIdentifier.ThrowIfInvalid(sandboxId, nameof(sandboxId));
        return _transport.SendAsync(Operations.CreateSnapshot, _scope, sandboxId, RequestContent.Empty(), CreatedSnapshotConverter.Instance, notFound: null, cancellationToken)!;
    }

    /// <summary>Reads a snapshot.</summary>
    /// <param name="id">The snapshot's id.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The snapshot.</returns>
    /// <exception cref="ArgumentException">The text can't be an id: see <see cref="SandboxIdentifier"/>.</exception>
    /// <exception cref="SandboxNotFoundException">There is no such snapshot in this namespace.</exception>
    /// <exception cref="SandboxException">The call failed otherwise.</exception>
    public virtual Task<SnapshotInfo> GetAsync(string id, CancellationToken cancellationToken = default)
    {
        SandboxIdentifier.ThrowIfInvalid(id, nameof(id));
        return _transport.SendAsync(Operations.GetSnapshot, _scope, id, content: null, SnapshotInfoConverter.Instance, notFound: null, cancellationToken)!;
    }

    /// <summary>Reads a snapshot that may not exist.</summary>
    /// <param name="id">The snapshot's id.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The snapshot; null when there is none in this namespace, and, without a call, when the text can't be an id.</returns>
    /// <exception cref="SandboxException">The call failed.</exception>
    public virtual Task<SnapshotInfo?> FindAsync(string id, CancellationToken cancellationToken = default) => SandboxIdentifier.IsValid(id)
        ? _transport.SendAsync(Operations.GetSnapshot, _scope, id, content: null, SnapshotInfoConverter.Instance, static (_, _) => null, cancellationToken)
        : Task.FromResult<SnapshotInfo?>(null);

    /// <summary>Lists the namespace's snapshots as the answer arrives, in the order of their ids.</summary>
    /// <param name="options">How to treat rows that can't be read; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the call and the download.</param>
    /// <returns>The snapshots. Each enumeration is a call of its own.</returns>
    /// <exception cref="ArgumentException"><see cref="ListOptions.Status"/> is set.</exception>
    /// <exception cref="SandboxException">The call failed, on the enumeration.</exception>
    public virtual IAsyncEnumerable<SnapshotInfo> ListAsync(ListOptions? options = null, CancellationToken cancellationToken = default) =>
        _transport.ListAsync(Lists.Snapshots, _scope, ListOptions.WithoutStatus(options), cancellationToken);

    /// <summary>Deletes a snapshot and what is stored of it. Unlike a sandbox, a deleted snapshot is not found again.</summary>
    /// <remarks>Deleting one that is still in progress can leave its sandbox snapshotting until that is deleted too (contract section 10).</remarks>
    /// <param name="id">The snapshot's id.</param>
    /// <param name="cancellationToken">Stops the call; the server may delete the snapshot all the same.</param>
    /// <returns>A task that ends when the snapshot is deleted.</returns>
    /// <exception cref="ArgumentException">The text can't be an id: see <see cref="SandboxIdentifier"/>.</exception>
    /// <exception cref="SandboxNotFoundException">There is no such snapshot in this namespace, or it is deleted already.</exception>
    /// <exception cref="SandboxException">The call failed otherwise.</exception>
    public virtual Task DeleteAsync(string id, CancellationToken cancellationToken = default)
    {
        SandboxIdentifier.ThrowIfInvalid(id, nameof(id));
        return _transport.SendAsync<SnapshotInfo>(Operations.DeleteSnapshot, _scope, id, RequestContent.Empty(), converter: null, notFound: null, cancellationToken);
    }
}
