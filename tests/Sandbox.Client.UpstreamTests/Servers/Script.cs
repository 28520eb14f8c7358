using Sandbox.Client.UpstreamTests.Content;

namespace Sandbox.Client.UpstreamTests.Servers;

/// <summary>The servers that are scripts of this project.</summary>
internal static class Script
{
    public static string FileOf(string name) => Path.Combine(AppContext.BaseDirectory, "Servers", "Scripts", name);

    /// <summary>What the scripts have to know of the content.</summary>
    public static Dictionary<string, string> EnvironmentOf(ContentTree tree) => new(StringComparer.Ordinal)
    {
        ["UPSTREAM_FOLDER"] = tree.Folder,
        ["UPSTREAM_ROOT"] = tree.Root,
        ["UPSTREAM_PUBLIC_TEXT"] = tree.PublicText,
        ["UPSTREAM_PRIVATE_TEXT"] = tree.PrivateText,
    };
}
