using System.Net;
using Sandbox.Client.Models;
using static Sandbox.Client.Fuzz.Responses.Rules;

namespace Sandbox.Client.Fuzz.Responses;

/// <summary>What must come of a call whose answer is one record, or nothing.</summary>
internal static class AnswerRules
{
    public static void Check(ResponsePlan plan, ClientOperation.Answer operation)
    {
        object? record = null;
        Exception? error = null;
        Exchange.Run(plan, plan.Cuts, async client =>
        {
            (record, error) = await AnswerAsync(client, operation);
            return error is null ? 0 : 1;
        });
        if (error is not null)
        {
            ErrorRules.Check(plan, error);
        }
        else if (record is not null)
        {
            RecordRules.Check(record);
        }

        CheckResult(plan, operation, record, error);
        if (plan.Cuts != 0)
        {
            object? whole = null;
            Exception? errorOfWhole = null;
            Exchange.Run(plan, cuts: 0, async client =>
            {
                (whole, errorOfWhole) = await AnswerAsync(client, operation);
                return errorOfWhole is null ? 0 : 1;
            });
            Require(Equals(whole, record) && errorOfWhole?.Message == error?.Message, $"Cut and as a whole the answer differs: {error} {errorOfWhole}");
        }
    }

    private static async Task<(object? Record, Exception? Error)> AnswerAsync(SandboxClient client, ClientOperation.Answer operation)
    {
        try
        {
            return (await operation.Call(client), null);
        }
        catch (Exception error)
        {
            return (null, error);
        }
    }

    private static void CheckResult(ResponsePlan plan, ClientOperation.Answer operation, object? record, Exception? error)
    {
        if (!plan.IsSuccess)
        {
            // Two answers that are no success and no error: "no such thing", and "not well".
            var isAnswer = (operation.Finds && plan.Status is HttpStatusCode.NotFound)
                || (operation.Record == typeof(ServerHealth) && plan.Status is HttpStatusCode.ServiceUnavailable);
            Require(error is not null || isAnswer, $"{(int)plan.Status} is a success.");
            return;
        }

        var isWhole = plan.Break is null && plan.Body.Length <= plan.Limits.Response && (plan.ContentLength is null or "-5" or ResponsePlan.Key);
        var isReadable = isWhole && (operation.Record is null ? plan.Body.Length == 0 : Expected(plan, operation.Record) is not null);
        Require(error is null || !isReadable, $"What can be read is an error: {error}");
        if (error is null)
        {
            Require(operation.Record is null == record is null, "The record is missing.");
            Require(record is null || record.Equals(Expected(plan, operation.Record!)), "The record differs from what stands in the JSON.");
        }
    }

    private static object? Expected(ResponsePlan plan, Type record) => RecordOracle.Read(RecordOracle.WithoutByteOrderMark(plan.Body), record);
}
