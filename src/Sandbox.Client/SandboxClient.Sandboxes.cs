using Sandbox.Client.Creation.Internal;
using Sandbox.Client.Errors;
using Sandbox.Client.Http.Internal;
using Sandbox.Client.Listing;
using Sandbox.Client.Listing.Internal;
using Sandbox.Client.Models;
using Sandbox.Client.Models.Internal;
using Sandbox.Client.Serialization.Internal;

namespace Sandbox.Client;

public partial class SandboxClient
{
    /// <summary>Makes a sandbox, fresh or from a snapshot. It is pending at first: the answer does not wait for it to run.</summary>
    /// <param name="request">What to make.</param>
    /// <param name="cancellationToken">Stops the call; the server may have made the sandbox all the same.</param>
    /// <returns>The new sandbox's id and status.</returns>
    /// <exception cref="ArgumentException">The request can't be meant so; the message names the member.</exception>
    /// <exception cref="SandboxFeatureNotSupportedException">The server did not keep an access setting, and the sandbox was deleted again: see <see cref="SandboxClientOptions.VerifyAccessSettings"/>.</exception>
    /// <exception cref="SandboxOperationCanceledException">The caller cancelled: it tells whether the sandbox may have been made.</exception>
    /// <exception cref="SandboxNotFoundException">The snapshot does not exist in this namespace.</exception>
    /// <exception cref="SandboxInvalidRequestException">The server refused it, for example because the snapshot is not completed.</exception>
    /// <exception cref="SandboxException">The call failed otherwise.</exception>
    public virtual Task<CreatedSandbox> CreateAsync(CreateSandboxRequest request, CancellationToken cancellationToken = default)
    {
        RequestValidation.ThrowIfInvalid(request, _transport.Options);
        return SandboxCreation.Of(_resources, _scope, request).CreateAsync(cancellationToken);
    }

    /// <summary>Reads a sandbox, in any state.</summary>
    /// <param name="id">The sandbox's id.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The sandbox.</returns>
    /// <exception cref="ArgumentException">The text can't be an id: see <see cref="SandboxIdentifier"/>.</exception>
    /// <exception cref="SandboxNotFoundException">There is no such sandbox in this namespace.</exception>
    /// <exception cref="SandboxException">The call failed otherwise.</exception>
    public virtual Task<SandboxInfo> GetAsync(string id, CancellationToken cancellationToken = default)
    {
        SandboxIdentifier.ThrowIfInvalid(id, nameof(id));
        return _transport.SendAsync(Operations.GetSandbox, _scope, id, content: null, SandboxInfoConverter.Instance, notFound: null, cancellationToken)!;
    }

    /// <summary>Reads a sandbox that may not exist, in any state.</summary>
    /// <param name="id">The sandbox's id.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The sandbox; null when there is none in this namespace, and, without a call, when the text can't be an id.</returns>
    /// <exception cref="SandboxException">The call failed.</exception>
    public virtual Task<SandboxInfo?> FindAsync(string id, CancellationToken cancellationToken = default) => SandboxIdentifier.IsValid(id)
        ? _transport.SendAsync(Operations.GetSandbox, _scope, id, content: null, SandboxInfoConverter.Instance, static (_, _) => null, cancellationToken)
        : Task.FromResult<SandboxInfo?>(null);

    /// <summary>Lists the namespace's sandboxes as the answer arrives, in the order of their ids. Terminated ones stay listed for ever.</summary>
    /// <param name="options">Which status to list, and how to treat rows that can't be read; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the call and the download.</param>
    /// <returns>The sandboxes. Each enumeration is a call of its own.</returns>
    /// <exception cref="SandboxException">The call failed, on the enumeration.</exception>
    public virtual IAsyncEnumerable<SandboxInfo> ListAsync(ListOptions? options = null, CancellationToken cancellationToken = default) =>
        options?.Status is { } status
            ? _transport.ListAsync(Lists.Sandboxes, _scope, options, cancellationToken).Where(sandbox => sandbox.Status == status)
            : _transport.ListAsync(Lists.Sandboxes, _scope, options, cancellationToken);

    /// <summary>Ends a sandbox, in any state. The server does it soon after its answer; ending an ended sandbox succeeds.</summary>
    /// <param name="id">The sandbox's id.</param>
    /// <param name="cancellationToken">Stops the call; the server may end the sandbox all the same.</param>
    /// <returns>A task that ends when the server has accepted it.</returns>
    /// <exception cref="ArgumentException">The text can't be an id: see <see cref="SandboxIdentifier"/>.</exception>
    /// <exception cref="SandboxNotFoundException">There is no such sandbox in this namespace.</exception>
    /// <exception cref="SandboxException">The call failed otherwise.</exception>
    public virtual Task DeleteAsync(string id, CancellationToken cancellationToken = default)
    {
        SandboxIdentifier.ThrowIfInvalid(id, nameof(id));
        return _transport.SendAsync<SandboxInfo>(Operations.DeleteSandbox, _scope, id, RequestContent.Empty(), converter: null, notFound: null, cancellationToken);
    }
}
