using System.Xml.Linq;

namespace Sandbox.Client.PackageTests.Sources;

/// <summary>The source tree that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The version that every package has.</summary>
    public static string Version { get; } =
        XDocument.Load(Path.Combine(Root, "src", "Directory.Build.props")).Descendants("Version").Single().Value;

    /// <summary>The ids of everything under src that is packed: a package is named after its project.</summary>
    public static IReadOnlyList<string> PackageIds { get; } = Directory
        .EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)
        .Where(project => !XDocument.Load(project).Descendants("IsPackable").Any(element => element.Value == "false"))
        .Select(project => Path.GetFileNameWithoutExtension(project))
        .Order(StringComparer.Ordinal)
        .ToArray();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Sandbox.Client.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Sandbox.Client.sln is in no folder above the tests: run them from the repository.");
    }
}
