using Sandbox.Client.Errors;
using static Sandbox.Client.Fuzz.Responses.Rules;

namespace Sandbox.Client.Fuzz.Responses;

/// <summary>What must come of a list.</summary>
internal static class ListRules
{
    // A row is read again with each octet that comes of it.
    private const int LongestOctetByOctet = 4000;

    public static void Check(ResponsePlan plan, ClientOperation.Rows operation, bool thorough)
    {
        var stopped = ListObservation.Of(plan, operation, plan.Cuts, goesOn: false);
        var wentOn = ListObservation.Of(plan, operation, plan.Cuts, goesOn: true);
        CheckAlone(plan, stopped);
        CheckAlone(plan, wentOn);
        CheckGoingOn(stopped, wentOn);
        var isShort = thorough || plan.Body.Length <= LongestOctetByOctet;
        foreach (var cuts in (byte[])(isShort ? [0, 1] : [0]))
        {
            if (cuts != plan.Cuts)
            {
                Same(stopped, ListObservation.Of(plan, operation, cuts, goesOn: false));
                Same(wentOn, ListObservation.Of(plan, operation, cuts, goesOn: true));
            }
        }

        if (plan is { IsSuccess: true, Break: null } && ListOracle.Read(plan, operation) is { } page)
        {
            CheckAgainst(page, plan, wentOn);
        }
    }

    private static void CheckAlone(ResponsePlan plan, ListObservation list)
    {
        foreach (var row in list.Rows)
        {
            RecordRules.Check(row);
        }

        foreach (var row in list.Unreadable)
        {
            Require(row.Index == row.Error.Index, "A report and its error name different rows.");
            ErrorRules.Check(plan, row.Error);
        }

        Require(list.Error is not null || plan.IsSuccess, $"{(int)plan.Status} is a success.");
        if (list.Error is not null)
        {
            ErrorRules.Check(plan, list.Error);
        }
    }

    /// <summary>A list that goes on gives what one that stops gave, and the rows behind it.</summary>
    private static void CheckGoingOn(ListObservation stopped, ListObservation wentOn)
    {
        Require(wentOn.Error is not SandboxRowException, "A list that goes on stopped at a row.");
        Require(stopped.Rows.SequenceEqual(wentOn.Rows.Take(stopped.Rows.Count)), "A list that goes on gives other rows.");
        Require(stopped.Unreadable.Count == 0, "A report without anybody to report to.");
        if (stopped.Error is SandboxRowException row)
        {
            Require(wentOn.Unreadable.Count > 0 && wentOn.Unreadable[0].Index == row.Index, "The row that stops a list is not the first that is reported.");
        }
        else
        {
            Require(wentOn.Unreadable.Count == 0 && stopped.Rows.Count == wentOn.Rows.Count && stopped.Error?.GetType() == wentOn.Error?.GetType(), "A list that goes on ends in another way.");
        }
    }

    private static void Same(ListObservation one, ListObservation other)
    {
        Require(one.Essence == other.Essence, $"The cuts make a difference: {one.Essence} and {other.Essence}\n{one.Error}\n{other.Error}");
        Require(one.Rows.SequenceEqual(other.Rows), "The cuts make other rows.");
    }

    private static void CheckAgainst(ListOracle page, ResponsePlan plan, ListObservation list)
    {
        var isRepeated = page.HasNext && plan.RepeatsPages;
        Require(list.Error is null != isRepeated, $"The page is a whole document, and the list ended with {list.Error}");
        Require(list.Rows.SequenceEqual(isRepeated ? page.Rows.Concat(page.Rows) : page.Rows), "The rows differ from those of the document.");
        Require(list.Unreadable.Count == page.Unreadable * (isRepeated ? 2 : 1), $"{list.Unreadable.Count} rows are unreadable, not {page.Unreadable}.");
    }
}
