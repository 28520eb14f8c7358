using System.Globalization;
using Sandbox.Client.UpstreamTests.Content;
using Sandbox.Client.UpstreamTests.Processes;

namespace Sandbox.Client.UpstreamTests.Servers;

/// <summary>PHP's own development server.</summary>
internal static class PhpServer
{
    public const string Program = "php";

    private const string WithRouter = "router script";

    public static IReadOnlyList<string> Configurations { get; } = ["document root", WithRouter];

    public static Task<IUpstreamServer> StartAsync(ContentTree tree, string configuration)
    {
        IReadOnlyList<string> router = configuration == WithRouter ? [Script.FileOf("router.php")] : [];
        var environment = Script.EnvironmentOf(tree);
        environment["PHP_CLI_SERVER_WORKERS"] = "2";
        return ServerProcess.StartAsync(
            tree,
            port => [Executable.Get(Program), "-n", "-S", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"), "-t", tree.Root, .. router],
            environment);
    }
}
