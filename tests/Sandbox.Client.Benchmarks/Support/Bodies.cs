using System.Globalization;
using System.Text;

namespace Sandbox.Client.Benchmarks.Support;

/// <summary>Answers of the size that a server of the ports dialect gives: about 400 bytes a sandbox.</summary>
internal static class Bodies
{
    public static byte[] One() => Encoding.UTF8.GetBytes(Row(0));

    public static byte[] List(int count) => Encoding.UTF8.GetBytes($"{{\"sandboxes\":[{string.Join(',', Enumerable.Range(0, count).Select(Row))}]}}");

    private static string Row(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"id":"k3v9stgvbq4n{{number:D9}}","namespace":"default","image":"python:3.14-slim","status":"pending","pending_reason":"no_executors_available","outcome":null,"created_at":1772700000123,"container_id":null,"executor_id":null,"resources":{"cpus":1.0,"memory_mb":1024,"ephemeral_disk_mb":1024},"timeout_secs":600,"sandbox_url":null,"pool_id":null,"allow_unauthenticated_access":false,"exposed_ports":null}""");
}
