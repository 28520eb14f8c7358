namespace Sandbox.Client.UpstreamTests.Processes;

/// <summary>Looks for installed programs.</summary>
internal static class Executable
{
    // Servers often lie where only root's path leads.
    private static readonly string[] SystemFolders = ["/usr/sbin", "/usr/local/sbin", "/sbin"];

    /// <summary>The file of a program; null when it is not installed.</summary>
    public static string? Find(string name)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Concat(SystemFolders).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }

    /// <summary>The file of a program that must be there, because the test would have been skipped otherwise.</summary>
    public static string Get(string name) => Find(name) ?? throw new InvalidOperationException($"{name} is not installed.");
}
