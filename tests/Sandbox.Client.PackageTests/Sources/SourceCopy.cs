using System.Xml.Linq;

namespace Sandbox.Client.PackageTests.Sources;

/// <summary>What is needed to pack, copied to a folder of another name and packed there.</summary>
internal static class SourceCopy
{
    private const string Commit = "0123456789abcdef0123456789abcdef01234567";

    /// <returns>The folder with the packages.</returns>
    public static async Task<string> PackAsync(TemporaryFolder folder, string name)
    {
        var copy = Directory.CreateDirectory(folder.Combine(name)).FullName;
        foreach (var file in Directory.EnumerateFiles(Repository.Root).Where(file => !Path.GetFileName(file).Equals(".git", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        CopySources(Path.Combine(Repository.Root, "src"), Path.Combine(copy, "src"));
        WriteGitFolder(Path.Combine(copy, ".git"));
        var solution = Path.Combine(copy, "Packages.slnx");
        new XDocument(new XElement("Solution", Repository.PackageIds.Select(id => new XElement("Project", new XAttribute("Path", $"src/{id}/{id}.csproj")))))
            .Save(solution);
        var packages = Path.Combine(copy, "packages");
        await DotNet.RunAsync(copy, ["pack", solution, "--configuration", "Release", "--output", packages, "-warnaserror", "-p:ContinuousIntegrationBuild=true"]);
        return packages;
    }

    private static void CopySources(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.EnumerateDirectories(from).Where(folder => Path.GetFileName(folder) is not ("bin" or "obj")))
        {
            CopySources(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }

    // The SDK maps source paths only below the root of a repository.
    private static void WriteGitFolder(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "objects"));
        Directory.CreateDirectory(Path.Combine(folder, "refs"));
        File.WriteAllText(Path.Combine(folder, "HEAD"), Commit + "\n");
        File.WriteAllText(Path.Combine(folder, "config"), "[core]\n\trepositoryformatversion = 0\n\tbare = false\n");
    }
}
