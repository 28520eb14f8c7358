using Sandbox.Client.Errors;

namespace Sandbox.Client.ReliabilityTests.Table;

/// <summary>What the rules say about a call whose answers are all cut after the same number of bytes, and the rows of the table about it.</summary>
public static class CutAnswers
{
    /// <summary>The rows of the table, each with the cells of a call that it is made of.</summary>
    public static IReadOnlyList<(string Name, Func<WireCall, IReadOnlyList<Cell>, IEnumerable<Cell>> Select)> Rows { get; } =
    [
        ("cut within the head, at each of its bytes", static (_, cells) => cells.Skip(1).Where(cell => cell.Error == typeof(SandboxConnectionException))),
        ("cut within the body, at each of its bytes; a list before its first row is whole", static (call, cells) => cells.Where(cell => IsBroken(cell) && !IsBehindRow(call, cell))),
        ("cut within a list, at each byte behind its first row", static (call, cells) => cells.Where(cell => IsBroken(cell) && IsBehindRow(call, cell))),
    ];

    /// <summary>What breaks a rule, as sentences; empty when nothing does.</summary>
    public static IEnumerable<string> Check(WireCall call, IReadOnlyList<Cell> cells, bool http2)
    {
        var body = cells.SkipWhile(cell => !IsBroken(cell)).SkipLast(1).ToList();
        var head = cells.Take(cells.Count - body.Count - 1).ToList();
        if (!cells[^1].IsSuccess || cells[^1].Requests != 1)
        {
            yield return $"whole: {cells[^1]}";
        }

        if (head.Count < (http2 ? 0 : 150) || body.Count < (call.HasAnswerBody ? 50 : 0))
        {
            yield return $"only {head.Count} bytes of a head and {body.Count} of a body were cut";
        }

        var repeats = call.Kind is not (CallKind.Creation or CallKind.NamespaceCreation or CallKind.Health);
        foreach (var (cell, number) in head.Concat(body).Select((cell, number) => (cell, number)))
        {
            var isBody = number >= head.Count;
            var error = isBody ? typeof(SandboxResponseException) : typeof(SandboxConnectionException);
            if (cell.Error != error || cell.Outcome != OperationOutcome.Unknown || !IsRightNumber(call, cell, number, isBody, repeats, http2))
            {
                yield return $"after {number} bytes: {cell}";
            }
        }
    }

    private static bool IsRightNumber(WireCall call, Cell cell, int number, bool isBody, bool repeats, bool http2)
    {
        // As in the row "closed without an answer": the transport sends again what has no content.
        var hasContent = call.Kind is CallKind.Deletion or CallKind.Replacement or CallKind.Creation or CallKind.NamespaceCreation;
        var most = (repeats ? 4 : 1) * (number == 0 && !hasContent && !http2 ? 4 : 1);

        // A list is not repeated once its first row has come; with HTTP/2 the reset of the stream may overtake it.
        return cell.Requests == most || (call.Kind == CallKind.List && isBody && (http2 ? cell.Requests < most : cell.Requests == 1));
    }

    private static bool IsBroken(Cell cell) => cell.Error == typeof(SandboxResponseException);

    private static bool IsBehindRow(WireCall call, Cell cell) => call.Kind == CallKind.List && cell.Requests == 1;
}
