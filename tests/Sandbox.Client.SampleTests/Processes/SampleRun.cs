namespace Sandbox.Client.SampleTests.Processes;

/// <summary>What a sample said until it ended, and what it ended with.</summary>
internal sealed record SampleRun(int ExitCode, IReadOnlyList<string> Output, IReadOnlyList<string> Errors)
{
    public override string ToString() => $"The sample ended with {ExitCode}. It said:\n{string.Join('\n', Output)}\n{string.Join('\n', Errors)}";
}
