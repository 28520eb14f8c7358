namespace Sandbox.Client.Tests.Support;

/// <summary>Bodies as a server sends them.</summary>
internal static class Wire
{
    public static string Sandbox(string id = "sandbox-1", string @namespace = "default", string status = "running") =>
        $$"""{"id":"{{id}}","namespace":"{{@namespace}}","image":"i","status":"{{status}}","outcome":null,"created_at":1772700000123,"container_id":null,"executor_id":null,"resources":{"cpus":1.0,"memory_mb":1024,"ephemeral_disk_mb":1024},"timeout_secs":600,"sandbox_url":null,"pool_id":null}""";

    public static string List(params string[] rows) => $$"""{"sandboxes":[{{string.Join(',', rows)}}]}""";
}
