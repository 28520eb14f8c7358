using Sandbox.Client.Errors;
using Sandbox.Client.Listing;

namespace Sandbox.Client.Fuzz.Responses;

/// <summary>What a list gave before it ended.</summary>
internal sealed record ListObservation(IReadOnlyList<object> Rows, IReadOnlyList<UnreadableRow> Unreadable, Exception? Error)
{
    public static ListObservation Of(ResponsePlan plan, ClientOperation.Rows operation, byte cuts, bool goesOn)
    {
        var rows = new List<object>();
        var unreadable = new List<UnreadableRow>();
        Exception? error = null;
        Exchange.Run(plan, cuts, async client =>
        {
            try
            {
                await foreach (var row in operation.Call(client, goesOn ? new ListOptions { OnUnreadableRow = unreadable.Add } : null))
                {
                    rows.Add(row);
                }
            }
            catch (Exception failure)
            {
                error = failure;
            }

            return unreadable.Count + (error is null ? 0 : 1);
        });
        return new(rows, unreadable, error);
    }

    /// <summary>What must not depend on how the body is cut. The sentence about broken JSON may: which of two faults is seen first may depend on it.</summary>
    public (Type? Type, long? Index, string Rows) Essence => (
        Error?.GetType(),
        (Error as SandboxRowException)?.Index,
        $"{Rows.Count} rows, unreadable {string.Join(' ', Unreadable.Select(row => row.Index))}");
}
