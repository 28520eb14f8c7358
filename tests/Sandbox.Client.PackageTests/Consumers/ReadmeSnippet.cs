namespace Sandbox.Client.PackageTests.Consumers;

/// <summary>The code that a newcomer copies first.</summary>
internal static class ReadmeSnippet
{
    private const string Fence = "```";

    /// <summary>The first block of C# in the text.</summary>
    public static string First(string readme)
    {
        var lines = readme.ReplaceLineEndings("\n").Split('\n');
        var start = Array.FindIndex(lines, line => line.Trim() is Fence + "csharp" or Fence + "cs" or Fence + "c#");
        if (start < 0)
        {
            throw new InvalidOperationException($"README.md has no C# block: it needs one that starts with {Fence}csharp and is a whole program.");
        }

        var end = Array.FindIndex(lines, start + 1, line => line.Trim() == Fence);
        return end < 0
            ? throw new InvalidOperationException($"The first C# block of README.md has no end: close it with {Fence}.")
            : string.Join('\n', lines[(start + 1)..end]) + "\n";
    }
}
