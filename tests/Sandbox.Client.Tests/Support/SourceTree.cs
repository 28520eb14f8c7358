namespace Sandbox.Client.Tests.Support;

/// <summary>The repository that the tests were built in.</summary>
internal static class SourceTree
{
    /// <summary>The folder with the solution, found from where the tests run: a deterministic build hides where they were compiled.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Sandbox.Client.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }
}
