using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Sandbox.Client.Tests.Conventions;

/// <summary>The rules of the source that a test can hold.</summary>
public sealed partial class SourceTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", ".."));

    private static IEnumerable<string> Sources => Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
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
            var folder = Path.GetRelativePath(Path.Combine(Root, "src"), Path.GetDirectoryName(path)!).Replace('\\', '.').Replace('/', '.');
            var name = Namespace().Match(File.ReadAllText(path)).Groups["name"].Value;
            Assert.True(name == folder || name == "Microsoft.Extensions.DependencyInjection", $"{path} is in {name}");
        }
    }

    [Fact]
    public void The_readme_shows_the_sample_word_for_word()
    {
        var readme = File.ReadAllText(Path.Combine(Root, "README.md")).ReplaceLineEndings("\n");
        var sample = File.ReadAllText(Path.Combine(Root, "samples", "FirstSandbox", "Program.cs")).ReplaceLineEndings("\n");

        Assert.Contains($"```csharp\n{sample}```", readme, StringComparison.Ordinal);
    }

    // A deterministic build replaces the path that the compiler saw, so the folder is looked for from where the tests run.
    private static string ThisFile([CallerFilePath] string path = "")
    {
        if (File.Exists(path))
        {
            return path;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "Conventions", nameof(SourceTests) + ".cs");
            if (File.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new InvalidOperationException("The source of the tests is not there.");
    }

    [GeneratedRegex(@"^public (?:(?:sealed|static|abstract|partial|readonly) )*(?:class|record struct|record|struct|enum|interface|delegate) (?!partial)", RegexOptions.Multiline, 10_000)]
    private static partial Regex PublicType();

    [GeneratedRegex("^namespace (?<name>[A-Za-z.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Namespace();
}
