using System.Globalization;
using Sandbox.Client.UpstreamTests.Content;

namespace Sandbox.Client.UpstreamTests.Servers;

/// <summary>The servers of languages, each with a small program as people write them.</summary>
internal static class ScriptServers
{
    public static Task<ServerProcess> StartNodeAsync(ContentTree content, string reading) =>
        StartAsync("node", content, port => [Script("server.js"), port, content.Site, content.Public, content.Mark, reading]);

    public static Task<ServerProcess> StartPythonAsync(ContentTree content) =>
        StartAsync("python3", content, port => [Script("server.py"), port, content.Site, content.Public, content.Mark]);

    public static Task<ServerProcess> StartPhpAsync(ContentTree content, bool withRouter) =>
        StartAsync("php", content, port => ["-S", $"127.0.0.1:{port}", "-t", content.Site, .. withRouter ? (string[])[Script("router.php")] : []]);

    private static Task<ServerProcess> StartAsync(string executable, ContentTree content, Func<string, string[]> arguments)
    {
        var port = ServerProcess.FreePort();
        return ServerProcess.StartAsync(
            executable, port, arguments(port.ToString(CultureInfo.InvariantCulture)), ("UPSTREAM_PUBLIC", content.Public), ("UPSTREAM_SITE", content.Site), ("UPSTREAM_MARK", content.Mark));
    }

    private static string Script(string name) => Path.Combine(AppContext.BaseDirectory, "Scripts", name);
}
