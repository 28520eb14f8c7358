namespace Sandbox.Client.UpstreamTests.Processes;

/// <summary>A theory about a server that may not be installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ServerTheoryAttribute : TheoryAttribute
{
    public ServerTheoryAttribute(string executable)
    {
        Executable = executable;
        if (Array.Find([executable, ServerProcess.Shell], program => Processes.Executable.Find(program) is null) is { } missing)
        {
            Skip = $"{missing} is not installed; tests/Sandbox.Client.UpstreamTests/install-servers installs servers on Debian.";
        }
    }

    /// <summary>The program that is looked for.</summary>
    public string Executable { get; }
}
