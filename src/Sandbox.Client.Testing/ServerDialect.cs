namespace Sandbox.Client.Testing;

/// <summary>Which generation of the server is played. They differ in the access fields and in the lookups, and nothing in their answers names them (contract section 1.9).</summary>
public enum ServerDialect
{
    /// <summary>Knows <c>allow_unauthenticated_access</c>, <c>exposed_ports</c> and a pool's <c>network</c>. Lookups name the namespace, with lower-case statuses.</summary>
    Ports,

    /// <summary>Knows <c>unauthenticated_routes</c>. Lookups have capitalised statuses, taken from the container.</summary>
    Routes,

    /// <summary>The common ancestor: knows no access field, and has no lookup by id alone.</summary>
    Older,
}
