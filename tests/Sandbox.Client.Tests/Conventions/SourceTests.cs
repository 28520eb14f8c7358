using System.Text.RegularExpressions;
using Sandbox.Client.Tests.Support;

namespace Sandbox.Client.Tests.Conventions;

/// <summary>The rules of the source that a test can hold.</summary>
public sealed partial class SourceTests
{
    private static IEnumerable<string> Sources => Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "src"), "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Replace('\\', '/').Split('/').Any(part => part is "obj" or "bin"));

    [Fact]
    public void No_file_is_long() => Assert.All(Sources, path => Assert.InRange(File.ReadLines(path).Count(), 1, 400));

    [Fact]
    public void One_public_type_stands_in_a_file() =>
        Assert.All(Sources, path => Assert.True(PublicType().Count(File.ReadAllText(path)) <= 1, path));

    [Fact]
    public void A_namespace_is_its_folder()
    {
        foreach (var path in Sources)
        {
            var folder = Path.GetRelativePath(Path.Combine(SourceTree.Root, "src"), Path.GetDirectoryName(path)!).Replace('\\', '.').Replace('/', '.');
            var name = Namespace().Match(File.ReadAllText(path)).Groups["name"].Value;
            Assert.True(name == folder || name == "Microsoft.Extensions.DependencyInjection", $"{path} is in {name}");
        }
    }

    [Fact]
    public void The_readme_shows_the_sample_word_for_word()
    {
        var readme = File.ReadAllText(Path.Combine(SourceTree.Root, "README.md")).ReplaceLineEndings("\n");
        var sample = File.ReadAllText(Path.Combine(SourceTree.Root, "samples", "FirstSandbox", "Program.cs")).ReplaceLineEndings("\n");

        Assert.Contains($"```csharp\n{sample}```", readme, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^public (?:(?:sealed|static|abstract|partial|readonly) )*(?:class|record struct|record|struct|enum|interface|delegate) (?!partial)", RegexOptions.Multiline, 10_000)]
    private static partial Regex PublicType();

    [GeneratedRegex("^namespace (?<name>[A-Za-z.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Namespace();
}
