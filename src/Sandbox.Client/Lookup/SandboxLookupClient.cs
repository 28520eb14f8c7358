using Sandbox.Client.Errors;
using Sandbox.Client.Http.Internal;
using Sandbox.Client.Lookup.Internal;
using Sandbox.Client.Models;
using Sandbox.Client.Serialization.Internal;

namespace Sandbox.Client.Lookup;

/// <summary>The lookups of proxies; <see cref="SandboxClient.Lookup"/> gives it (contract section 2.1).</summary>
/// <remarks>
/// A lookup reads the scheduler's memory. Right after a creation it may not know the sandbox yet, and it knows no terminated one. Ids on this path
/// are chosen by attackers, so a text that can't be an id is answered here, with null.
/// </remarks>
public class SandboxLookupClient
{
    private readonly Transport _transport;
    private readonly NamespaceScope _scope;

    /// <summary>For stand-ins in tests: a client without a server, whose methods must be overridden.</summary>
    protected SandboxLookupClient()
    {
        _transport = null!;
        _scope = null!;
    }

    internal SandboxLookupClient(Transport transport, NamespaceScope scope)
    {
        _transport = transport;
        _scope = scope;
    }

    /// <summary>Looks up a sandbox in the client's namespace.</summary>
    /// <param name="id">The sandbox's id.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>What is known of it; null when no such sandbox lives. An older server does not know more of a sandbox without a container than that it exists:
    /// then there is no address, and <see cref="SandboxLookup.Status"/> is unspecified.</returns>
    /// <exception cref="SandboxException">The call failed.</exception>
    public virtual Task<SandboxLookup?> FindAsync(string id, CancellationToken cancellationToken = default) => SandboxIdentifier.IsValid(id)
        ? _transport.SendAsync(Operations.LookUp, _scope, id, content: null, SandboxLookupConverter.Instance, OlderServer.ReadNotFound, cancellationToken)
        : Task.FromResult<SandboxLookup?>(null);

    /// <summary>Looks up a sandbox by its id alone, in all namespaces.</summary>
    /// <param name="id">The sandbox's id.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>What is known of it; null when no such sandbox lives.</returns>
    /// <exception cref="SandboxFeatureNotSupportedException">The server is older than this lookup.</exception>
    /// <exception cref="SandboxConflictException">Two namespaces have a sandbox of this id.</exception>
    /// <exception cref="SandboxException">The call failed otherwise.</exception>
    public virtual Task<SandboxLookup?> FindGlobalAsync(string id, CancellationToken cancellationToken = default) => SandboxIdentifier.IsValid(id)
        ? _transport.SendAsync(Operations.LookUpGlobally, scope: null, id, content: null, SandboxLookupConverter.Instance, static (_, _) => null, cancellationToken)
        : Task.FromResult<SandboxLookup?>(null);
}
