namespace Sandbox.Client.Http.Internal;

/// <summary>The wire API (contract sections 1.2 and 2.1).</summary>
internal static class Operations
{
    public static readonly Operation CreateSandbox = new("sandboxes.create", HttpMethod.Post, "/v1/namespaces/{namespace}/sandboxes", RetrySafety.IfNeverSent);
    public static readonly Operation GetSandbox = new("sandboxes.get", HttpMethod.Get, "/v1/namespaces/{namespace}/sandboxes/{id}", RetrySafety.Always);
    public static readonly Operation ListSandboxes = new("sandboxes.list", HttpMethod.Get, "/v1/namespaces/{namespace}/sandboxes", RetrySafety.Always);
    public static readonly Operation DeleteSandbox = new("sandboxes.delete", HttpMethod.Delete, "/v1/namespaces/{namespace}/sandboxes/{id}", RetrySafety.Always);

    public static readonly Operation CleanUpSandbox = new("sandboxes.delete", HttpMethod.Delete, "/v1/namespaces/{namespace}/sandboxes/{id}", RetrySafety.Always) { IsCleanup = true };

    public static readonly Operation CreatePool = new("pools.create", HttpMethod.Post, "/v1/namespaces/{namespace}/sandbox-pools", RetrySafety.IfNeverSent);
    public static readonly Operation GetPool = new("pools.get", HttpMethod.Get, "/v1/namespaces/{namespace}/sandbox-pools/{id}", RetrySafety.Always);
    public static readonly Operation ListPools = new("pools.list", HttpMethod.Get, "/v1/namespaces/{namespace}/sandbox-pools", RetrySafety.Always);
    public static readonly Operation UpdatePool = new("pools.update", HttpMethod.Put, "/v1/namespaces/{namespace}/sandbox-pools/{id}", RetrySafety.Always);
    public static readonly Operation DeletePool = new("pools.delete", HttpMethod.Delete, "/v1/namespaces/{namespace}/sandbox-pools/{id}", RetrySafety.Always);
    public static readonly Operation CleanUpPool = new("pools.delete", HttpMethod.Delete, "/v1/namespaces/{namespace}/sandbox-pools/{id}", RetrySafety.Always) { IsCleanup = true };
    public static readonly Operation ClaimSandbox = new("pools.create_sandbox", HttpMethod.Post, "/v1/namespaces/{namespace}/sandbox-pools/{id}/sandboxes", RetrySafety.IfNeverSent);

    public static readonly Operation CreateSnapshot = new("snapshots.create", HttpMethod.Post, "/v1/namespaces/{namespace}/sandboxes/{id}/snapshot", RetrySafety.IfNeverSent);
    public static readonly Operation GetSnapshot = new("snapshots.get", HttpMethod.Get, "/v1/namespaces/{namespace}/snapshots/{id}", RetrySafety.Always);
    public static readonly Operation ListSnapshots = new("snapshots.list", HttpMethod.Get, "/v1/namespaces/{namespace}/snapshots", RetrySafety.Always);
    public static readonly Operation DeleteSnapshot = new("snapshots.delete", HttpMethod.Delete, "/v1/namespaces/{namespace}/snapshots/{id}", RetrySafety.Always);

    public static readonly Operation CreateNamespace = new("namespaces.create", HttpMethod.Post, "/namespaces", RetrySafety.IfNeverSent);
    public static readonly Operation ListNamespaces = new("namespaces.list", HttpMethod.Get, "/namespaces", RetrySafety.Always);

    public static readonly Operation LookUp = new("lookup.find", HttpMethod.Get, "/internal/v1/namespaces/{namespace}/sandboxes/{id}", RetrySafety.Always);
    public static readonly Operation LookUpGlobally = new("lookup.find_global", HttpMethod.Get, "/internal/v1/sandboxes/{id}", RetrySafety.Always);

    // A wait is its own repetition.
    public static readonly Operation WaitForSandbox = new("sandboxes.wait", HttpMethod.Get, "/v1/namespaces/{namespace}/sandboxes/{id}", RetrySafety.Never);
    public static readonly Operation WaitForSnapshot = new("snapshots.wait", HttpMethod.Get, "/v1/namespaces/{namespace}/snapshots/{id}", RetrySafety.Never);

    public static readonly Operation GetHealth = new("health.get", HttpMethod.Get, "/healthz", RetrySafety.Never);
}
