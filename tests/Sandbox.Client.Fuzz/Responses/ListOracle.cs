using System.Runtime.InteropServices;
using System.Text.Json;

namespace Sandbox.Client.Fuzz.Responses;

/// <summary>Reads a page of a list from its whole document.</summary>
/// <param name="Rows">The rows that can be read and belong to the namespace.</param>
/// <param name="Unreadable">How many can't be read, or are too large.</param>
/// <param name="HasNext">Whether it names a next page.</param>
internal sealed record ListOracle(IReadOnlyList<object> Rows, int Unreadable, bool HasNext)
{
    /// <summary>Null when the page is no list, or when it can't be told with plain means.</summary>
    public static ListOracle? Read(ResponsePlan plan, ClientOperation.Rows operation)
    {
        if (RecordOracle.Parse(plan.Body) is not { } document)
        {
            return null;
        }

        using (document)
        {
            return document.RootElement.ValueKind is JsonValueKind.Object && LargestToken(plan.Body) <= plan.Limits.Row ? Read(document.RootElement, plan, operation) : null;
        }
    }

    private static ListOracle? Read(JsonElement page, ResponsePlan plan, ClientOperation.Rows operation)
    {
        var rows = new List<object>();
        var unreadable = 0;
        string? cursor = null;
        foreach (var member in page.EnumerateObject())
        {
            var name = Text(() => member.Name);
            if (name == operation.Member && member.Value.ValueKind is JsonValueKind.Array)
            {
                foreach (var element in member.Value.EnumerateArray())
                {
                    var json = JsonMarshal.GetRawUtf8Value(element);
                    if (json.Length > plan.Limits.Row || RecordOracle.Read(json, operation.Record!) is not { } row)
                    {
                        unreadable++;
                    }
                    else if (operation.NamespaceOf(row) is null or "default")
                    {
                        rows.Add(row);
                    }
                }
            }
            else if (name == operation.Member && member.Value.ValueKind is not JsonValueKind.Null)
            {
                return null;
            }
            else if (name == "next_cursor" && member.Value.ValueKind is JsonValueKind.String)
            {
                cursor = Text(() => member.Value.GetString()!);
                if (cursor is null)
                {
                    return null;
                }
            }
        }

        return new(rows, unreadable, cursor is { Length: > 0 });
    }

    /// <summary>Null for what is no text.</summary>
    private static string? Text(Func<string> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The longest of what is never passed over: numbers, and the names and texts of the page itself.</summary>
    private static long LargestToken(byte[] body)
    {
        var reader = new Utf8JsonReader(RecordOracle.WithoutByteOrderMark(body), new JsonReaderOptions { MaxDepth = 1024 });
        var largest = 0L;
        while (reader.Read())
        {
            if (reader.CurrentDepth == 1 || reader.TokenType is JsonTokenType.Number)
            {
                largest = Math.Max(largest, reader.BytesConsumed - reader.TokenStartIndex);
            }
        }

        return largest;
    }
}
