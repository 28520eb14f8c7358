namespace Sandbox.Client.AotSmoke;

/// <summary>The answers, in the words and the order of members that servers of both dialects use.</summary>
internal static class Answers
{
    public const string Namespace = "smoke";
    public const string ApiKey = "smoke-key";
    public const string SandboxId = "k3v9q0b7m2x5c8z1n4j6h";
    public const string PoolId = "p8w2d5f1g7r3t9y6u4s0a";
    public const string SnapshotId = "s1l4e7o0i3a6m9t2p5b8c";

    private const string Sandboxes = "/v1/namespaces/" + Namespace + "/sandboxes";
    private const string Pools = "/v1/namespaces/" + Namespace + "/sandbox-pools";
    private const string Snapshots = "/v1/namespaces/" + Namespace + "/snapshots";

    private const string Pool =
        "\"namespace\":\"smoke\",\"image\":\"python:3.14-slim\",\"resources\":{\"cpus\":1.0,\"memory_mb\":1024,\"ephemeral_disk_mb\":1024}," +
        "\"min_containers\":null,\"max_containers\":4,\"warm_containers\":2,\"timeout_secs\":0,\"created_at\":0,\"allow_unauthenticated_access\":false,\"exposed_ports\":null";

    private const string Snapshot =
        "{\"id\":\"" + SnapshotId + "\",\"namespace\":\"smoke\",\"sandbox_id\":\"" + SandboxId + "\",\"base_image\":\"python:3.14-slim\"," +
        "\"status\":\"completed\",\"snapshot_uri\":\"file:///snapshots/one.tar.zst\",\"size_bytes\":1048576,\"created_at\":1795451103007}";

    private const string RoutesSandbox =
        "{\"id\":\"" + SandboxId + "\",\"namespace\":\"smoke\",\"image\":\"python:3.14-slim\",\"status\":\"running\",\"pending_reason\":null,\"outcome\":null," +
        "\"created_at\":1795451375856,\"container_id\":\"c1\",\"executor_id\":\"e1\",\"resources\":{\"cpus\":2.5,\"memory_mb\":2048,\"ephemeral_disk_mb\":4096}," +
        "\"timeout_secs\":120,\"sandbox_url\":null,\"pool_id\":null,\"network_policy\":{\"allow_internet_access\":false,\"allow_out\":[\"10.0.0.0/8\"],\"deny_out\":[]}," +
        "\"unauthenticated_routes\":[\"/api/public\",\"/health\"]}";

    private const string PortsSandbox =
        "{\"id\":\"other\",\"namespace\":\"smoke\",\"image\":\"python:3.14-slim\",\"status\":\"pending\",\"pending_reason\":\"no_executors_available\",\"outcome\":null," +
        "\"created_at\":1795451103007,\"container_id\":null,\"executor_id\":null,\"resources\":{\"cpus\":1.0,\"memory_mb\":1024,\"ephemeral_disk_mb\":1024}," +
        "\"timeout_secs\":600,\"sandbox_url\":null,\"pool_id\":null,\"allow_unauthenticated_access\":true,\"exposed_ports\":[8080,3000]}";

    public static string CreateSandbox => "POST " + Sandboxes;

    public static string UpdatePool => "PUT " + Pools + "/" + PoolId;

    public static (int Status, string Body) For(Request request) =>
        request.Authorization != "Bearer " + ApiKey ? (401, "no key") : request.MethodAndPath switch
        {
            "GET /healthz" => (200, "{\"status\":\"ok\",\"version\":\"0.3.15\",\"checks\":{\"database\":\"ok\",\"executor_manager\":\"ok\"}}"),
            "GET /namespaces" => (200, "{\"namespaces\":[{\"name\":\"smoke\",\"created_at\":1795451103007,\"blob_storage_bucket\":null}]}"),
            "POST " + Sandboxes => (200, "{\"sandbox_id\":\"" + SandboxId + "\",\"status\":\"pending\",\"pending_reason\":\"scheduling\"}"),
            "GET " + Sandboxes => (200, "{\"sandboxes\":[" + RoutesSandbox + "," + PortsSandbox + "]}"),
            "GET " + Sandboxes + "/" + SandboxId => (200, RoutesSandbox),
            "DELETE " + Sandboxes + "/" + SandboxId => (200, ""),
            "POST " + Sandboxes + "/" + SandboxId + "/snapshot" => (200, "{\"snapshot_id\":\"" + SnapshotId + "\",\"status\":\"in_progress\"}"),
            "GET " + Snapshots => (200, "{\"snapshots\":[" + Snapshot + "]}"),
            "POST " + Pools => (200, "{\"pool_id\":\"" + PoolId + "\",\"namespace\":\"smoke\"}"),
            "GET " + Pools => (200, "{\"pools\":[{\"pool_id\":\"" + PoolId + "\"," + Pool + "}]}"),
            "GET " + Pools + "/" + PoolId =>
                (200, "{\"pool_id\":\"" + PoolId + "\"," + Pool + ",\"containers\":[{\"id\":\"c1\",\"state\":\"running\",\"sandbox_id\":null,\"executor_id\":\"e1\"}]}"),
            "PUT " + Pools + "/" + PoolId => (200, "{\"pool_id\":\"" + PoolId + "\"," + Pool + "}"),
            "POST " + Pools + "/" + PoolId + "/sandboxes" => (200, "{\"sandbox_id\":\"" + SandboxId + "\",\"status\":\"running\",\"pending_reason\":null}"),
            "DELETE " + Pools + "/" + PoolId => (200, ""),
            "GET /internal" + Sandboxes + "/" + SandboxId => (200, "{\"id\":\"" + SandboxId + "\",\"status\":\"Running\",\"dataplane_api_address\":\"127.0.0.1:8095\",\"unauthenticated_routes\":[\"/health\"]}"),
            "GET /internal/v1/sandboxes/" + SandboxId =>
                (200, "{\"id\":\"" + SandboxId + "\",\"namespace\":\"smoke\",\"status\":\"running\",\"dataplane_api_address\":null,\"allow_unauthenticated_access\":true,\"exposed_ports\":[8080]}"),
            _ => (404, "Sandbox not found"),
        };
}
