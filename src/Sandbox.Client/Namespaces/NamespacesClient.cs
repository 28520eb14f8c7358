using Sandbox.Client.Errors;
using Sandbox.Client.Http.Internal;
using Sandbox.Client.Listing;
using Sandbox.Client.Listing.Internal;
using Sandbox.Client.Models;
using Sandbox.Client.Models.Internal;
using Sandbox.Client.Serialization.Internal;

namespace Sandbox.Client.Namespaces;

/// <summary>The server's namespaces; <see cref="SandboxClient.Namespaces"/> gives it. There is no way to delete one.</summary>
public class NamespacesClient
{
    private readonly Transport _transport;

    /// <summary>For stand-ins in tests: a client without a server, whose methods must be overridden.</summary>
    protected NamespacesClient() => _transport = null!;

    internal NamespacesClient(Transport transport) => _transport = transport;

    /// <summary>Makes a namespace, or replaces bucket, region and time of creation of one that exists. Seldom needed: a server makes a namespace when it is first named.</summary>
    /// <param name="request">What to make.</param>
    /// <param name="cancellationToken">Stops the call; the server may have made the namespace all the same.</param>
    /// <returns>A task that ends when the namespace exists.</returns>
    /// <exception cref="ArgumentException">The request can't be meant so; the message names the member.</exception>
    /// <exception cref="SandboxException">The call failed.</exception>
    public virtual Task CreateAsync(CreateNamespaceRequest request, CancellationToken cancellationToken = default)
    {
        RequestValidation.ThrowIfInvalid(request);
        return _transport.SendAsync<NamespaceInfo>(
            Operations.CreateNamespace, scope: null, id: null, RequestContent.Json(request, CreateNamespaceRequestConverter.Instance), converter: null, notFound: null, cancellationToken);
    }

    /// <summary>Lists the server's namespaces as the answer arrives, in the order of their names.</summary>
    /// <param name="options">How to treat rows that can't be read; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the call and the download.</param>
    /// <returns>The namespaces. Each enumeration is a call of its own.</returns>
    /// <exception cref="ArgumentException"><see cref="ListOptions.Status"/> is set.</exception>
    /// <exception cref="SandboxException">The call failed, on the enumeration.</exception>
    public virtual IAsyncEnumerable<NamespaceInfo> ListAsync(ListOptions? options = null, CancellationToken cancellationToken = default) =>
        _transport.ListAsync(Lists.Namespaces, scope: null, ListOptions.WithoutStatus(options), cancellationToken);
}
