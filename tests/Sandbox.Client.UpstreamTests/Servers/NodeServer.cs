using System.Globalization;
using Sandbox.Client.UpstreamTests.Content;
using Sandbox.Client.UpstreamTests.Processes;

namespace Sandbox.Client.UpstreamTests.Servers;

/// <summary>Handlers on Node's own HTTP server.</summary>
internal static class NodeServer
{
    public const string Program = "node";

    /// <summary>Joins the whole target to a folder, query and all.</summary>
    public const string JoinedTarget = "joined target";

    /// <summary>The handlers that know what a query is.</summary>
    public static IReadOnlyList<string> Configurations { get; } = ["parsed URL", "decoded twice", "parameters cut, backslashes turned", "characters cut to bytes"];

    public static Task<IUpstreamServer> StartAsync(ContentTree tree, string configuration) => ServerProcess.StartAsync(
        tree,
        port => [Executable.Get(Program), Script.FileOf("server.js"), port.ToString(CultureInfo.InvariantCulture), configuration],
        Script.EnvironmentOf(tree));
}
