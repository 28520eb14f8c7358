using System.Text;

namespace Sandbox.Client.ReliabilityTests.Table;

/// <summary>Writes the table of docs/reliability.md from what was measured.</summary>
public static class TablePage
{
    public const string Begin = "<!-- table: measured -->";
    public const string End = "<!-- end of the table -->";

    private static readonly (CallKind Kind, string Heading)[] Columns =
    [
        (CallKind.Read, "get"),
        (CallKind.Lookup, "look up"),
        (CallKind.List, "list"),
        (CallKind.Deletion, "delete"),
        (CallKind.Replacement, "replace a pool"),
        (CallKind.Creation, "create, claim, snapshot"),
        (CallKind.NamespaceCreation, "create a namespace"),
        (CallKind.Health, "health"),
    ];

    public static async Task<string> WriteAsync(Measurements measurements)
    {
        var text = new StringBuilder();
        Line(text, ["to every request of a call", .. Columns.Select(column => column.Heading)]);
        Line(text, Enumerable.Repeat("---", Columns.Length + 1));
        foreach (var situation in Situations.All)
        {
            var row = new List<string> { situation.Name };
            foreach (var (kind, _) in Columns)
            {
                row.Add(await CellAsync(kind, async call => [(await measurements.GetAsync(call, situation, http2: false)).Text(Expectation.Of(call, situation, http2: false).Longest)]));
            }

            Line(text, row);
        }

        foreach (var (name, select) in CutAnswers.Rows)
        {
            var row = new List<string> { name };
            foreach (var (kind, _) in Columns)
            {
                row.Add(await CellAsync(kind, async call => select(call, await measurements.GetCutsAsync(call, http2: false)).Select(cell => cell.Text(cell.Requests > 1 ? Expectation.LongestWaits : TimeSpan.Zero))));
            }

            Line(text, row);
        }

        return text.ToString();
    }

    /// <summary>What all operations of a kind came to; each different result once, and nothing where there was none.</summary>
    private static async Task<string> CellAsync(CallKind kind, Func<WireCall, Task<IEnumerable<string>>> measure)
    {
        var texts = new List<string>();
        foreach (var call in WireCall.All.Where(call => call.Kind == kind))
        {
            texts.AddRange(await measure(call));
        }

        return texts.Count == 0 ? "–" : string.Join("; ", texts.Distinct(StringComparer.Ordinal));
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
