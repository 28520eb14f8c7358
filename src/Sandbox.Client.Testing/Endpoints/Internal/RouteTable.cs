using Sandbox.Client.Testing.Http.Internal;

namespace Sandbox.Client.Testing.Endpoints.Internal;

/// <summary>Every path of the emulator (contract section 1.2). The order of methods is the server's.</summary>
internal static class RouteTable
{
    private const string Health = """{"status":"ok","version":"0.3.15","checks":{"database":"ok","executor_manager":"ok"}}""";

    public static IReadOnlyList<Route> For(ServerDialect dialect)
    {
        List<Route> routes =
        [
            new("/namespaces", new("GET", NamespaceEndpoints.List), new("POST", NamespaceEndpoints.Create, ReadsJson: true)),
            new("/healthz", new Endpoint("GET", _ => Answer.Json(System.Text.Encoding.ASCII.GetBytes(Health)))),
            new("/v1/namespaces/{namespace}/sandboxes", new("POST", SandboxEndpoints.Create, ReadsJson: true), new("GET", SandboxEndpoints.List)),
            new("/v1/namespaces/{namespace}/sandboxes/{sandbox_id}", new("GET", SandboxEndpoints.Get), new("DELETE", SandboxEndpoints.Delete)),
            new("/v1/namespaces/{namespace}/sandboxes/{sandbox_id}/snapshot", new Endpoint("POST", SnapshotEndpoints.Create)),
            new("/v1/namespaces/{namespace}/snapshots", new Endpoint("GET", SnapshotEndpoints.List)),
            new("/v1/namespaces/{namespace}/snapshots/{snapshot_id}", new("GET", SnapshotEndpoints.Get), new("DELETE", SnapshotEndpoints.Delete)),
            new("/v1/namespaces/{namespace}/sandbox-pools", new("POST", PoolEndpoints.Create, ReadsJson: true), new("GET", PoolEndpoints.List)),
            new(
                "/v1/namespaces/{namespace}/sandbox-pools/{pool_id}",
                new("GET", PoolEndpoints.Get), new("PUT", PoolEndpoints.Update, ReadsJson: true), new("DELETE", PoolEndpoints.Delete)),
            new("/v1/namespaces/{namespace}/sandbox-pools/{pool_id}/sandboxes", new Endpoint("POST", PoolEndpoints.CreateSandbox)),
            new("/internal/v1/namespaces/{namespace}/sandboxes/{sandbox_id}", new Endpoint("GET", LookupEndpoints.InNamespace)),
        ];
        if (dialect != ServerDialect.Older)
        {
            routes.Add(new("/internal/v1/sandboxes/{sandbox_id}", new Endpoint("GET", LookupEndpoints.Global)));
        }

        return routes;
    }
}
