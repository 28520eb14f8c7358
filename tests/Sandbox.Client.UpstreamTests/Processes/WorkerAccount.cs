namespace Sandbox.Client.UpstreamTests.Processes;

/// <summary>As whom servers work that do not want to work as root.</summary>
internal static class WorkerAccount
{
    public const string User = "nobody";

    /// <summary>Whether a server has to be told as whom to work.</summary>
    public static bool IsNeeded => Environment.IsPrivilegedProcess;

    /// <summary>The group of nobody, which differs between systems.</summary>
    public static string Group => File.ReadLines("/etc/group").Any(line => line.StartsWith("nogroup:", StringComparison.Ordinal)) ? "nogroup" : User;
}
