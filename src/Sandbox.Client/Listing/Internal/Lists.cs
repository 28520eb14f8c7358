using Sandbox.Client.Http.Internal;
using Sandbox.Client.Models;
using Sandbox.Client.Serialization.Internal;

namespace Sandbox.Client.Listing.Internal;

/// <summary>The lists of the wire API.</summary>
internal static class Lists
{
    public static readonly ListDefinition<SandboxInfo> Sandboxes = new(Operations.ListSandboxes, "sandboxes", SandboxInfoConverter.Instance, row => row.Namespace);
    public static readonly ListDefinition<SandboxPoolInfo> Pools = new(Operations.ListPools, "pools", SandboxPoolInfoConverter.Instance, row => row.Namespace);
    public static readonly ListDefinition<SnapshotInfo> Snapshots = new(Operations.ListSnapshots, "snapshots", SnapshotInfoConverter.Instance, row => row.Namespace);
    public static readonly ListDefinition<NamespaceInfo> Namespaces = new(Operations.ListNamespaces, "namespaces", NamespaceInfoConverter.Instance, NamespaceOf: null);
}
