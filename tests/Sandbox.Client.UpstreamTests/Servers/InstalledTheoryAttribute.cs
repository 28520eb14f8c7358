namespace Sandbox.Client.UpstreamTests.Servers;

/// <summary>A theory about a program that is skipped, and says so, where the program is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class InstalledTheoryAttribute : TheoryAttribute
{
    public InstalledTheoryAttribute(string executable)
    {
        if (Executables.Find(executable) is null)
        {
            Skip = $"{executable} is not installed: run tests/Sandbox.Client.UpstreamTests/install-servers.";
        }
    }
}
