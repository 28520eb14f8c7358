using System.Globalization;
using Sandbox.Client.UpstreamTests.Content;
using Sandbox.Client.UpstreamTests.Processes;

namespace Sandbox.Client.UpstreamTests.Servers;

/// <summary>http.server of Python's standard library.</summary>
internal static class PythonServer
{
    public const string Program = "python3";

    public static IReadOnlyList<string> Configurations { get; } = ["http.server"];

    public static Task<IUpstreamServer> StartAsync(ContentTree tree, string configuration) => ServerProcess.StartAsync(
        tree,
        port => [Executable.Get(Program), Script.FileOf("server.py"), port.ToString(CultureInfo.InvariantCulture)],
        Script.EnvironmentOf(tree));
}
