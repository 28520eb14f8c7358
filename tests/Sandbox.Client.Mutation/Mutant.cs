using System.Text.Json;
using System.Text.RegularExpressions;

namespace Sandbox.Client.Mutation;

/// <summary>One change that the mutation tester made to the source.</summary>
/// <param name="File">The file, from the project's folder on.</param>
/// <param name="Line">The line before the change, without the blanks around it: it stays the same when lines above it come and go. A brace alone comes with the line above.</param>
/// <param name="Replacement">What stood there instead, in one line.</param>
/// <param name="Status">What came of it, in the words of the report.</param>
/// <param name="Number">The number of the line.</param>
internal sealed partial record Mutant(string File, string Line, string Replacement, string Status, int Number)
{
    /// <summary>True when no test noticed.</summary>
    public bool Survived => Status is "Survived" or "NoCoverage";

    /// <summary>True when the tests had a chance to notice.</summary>
    public bool Counts => Survived || Status is "Killed" or "Timeout";

    public string Key => $"{File}\t{Line}\t{Replacement}";

    public static IEnumerable<Mutant> Read(string report)
    {
        using var document = JsonDocument.Parse(System.IO.File.ReadAllBytes(report));
        foreach (var file in document.RootElement.GetProperty("files").EnumerateObject())
        {
            var lines = file.Value.GetProperty("source").GetString()!.Split('\n');
            foreach (var mutant in file.Value.GetProperty("mutants").EnumerateArray())
            {
                var number = mutant.GetProperty("location").GetProperty("start").GetProperty("line").GetInt32();
                yield return new(
                    file.Name.Replace('\\', '/').Split("/src/").Last().Split("Sandbox.Client/").Last(),
                    TextOf(lines, number),
                    InOneLine(mutant.GetProperty("replacement").GetString()!),
                    mutant.GetProperty("status").GetString()!,
                    number);
            }
        }
    }

    private static string TextOf(string[] lines, int number)
    {
        var text = InOneLine(lines[number - 1]);
        return text == "{" && number > 1 ? $"{InOneLine(lines[number - 2])} {text}" : text;
    }

    private static string InOneLine(string text) => Blanks().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();
}
