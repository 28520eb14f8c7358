namespace Sandbox.Client.UpstreamTests.Servers;

/// <summary>Finds the servers that this machine has.</summary>
internal static class Executables
{
    private static readonly string[] Folders = [.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'), "/usr/sbin", "/usr/local/sbin"];

    /// <summary>The path of a program, or null.</summary>
    public static string? Find(string name) => Folders.Where(folder => folder.Length > 0).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
