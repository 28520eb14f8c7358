using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Sandbox.Client.Tests.Routing;

/// <summary>One row of Data/corpus.tsv: a list of prefixes, a raw target and what must come of it.</summary>
public sealed partial record CorpusCase(string Id, string[] Prefixes, byte[] Target, bool Allowed, string Method, string Family)
{
    public static IReadOnlyList<CorpusCase> All { get; } = [.. Rows("corpus.tsv").Select(Parse)];

    public string Text => Encoding.Latin1.GetString(Target);

    /// <summary>The rows of a file of the data folder, without the heading, each split at tabs.</summary>
    public static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Routing", "Data", file)).Skip(1).Select(line => line.Split('\t'));

    /// <summary>A target as the files write it: \xNN stands for one octet.</summary>
    public static byte[] Unescape(string text) => Encoding.Latin1.GetBytes(
        Escape().Replace(text, match => ((char)int.Parse(match.Groups["octet"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()));

    public override string ToString() => Id;

    private static CorpusCase Parse(string[] row) =>
        new(row[6], JsonSerializer.Deserialize<string[]>(row[0])!, Unescape(row[1]), row[2] == "allow", row[5], row[4]);

    [GeneratedRegex(@"\\x(?<octet>[0-9a-f]{2})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escape();
}
