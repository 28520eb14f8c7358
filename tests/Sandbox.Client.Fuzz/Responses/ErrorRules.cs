using System.Net;
using Sandbox.Client.Errors;
using static Sandbox.Client.Fuzz.Responses.Rules;

namespace Sandbox.Client.Fuzz.Responses;

/// <summary>What an error must be: typed, bounded, free of the key, and honest about what is known.</summary>
internal static class ErrorRules
{
    private const int LongestMessage = 2000;
    private const int LongestServerMessage = 1000;
    private const int LongestText = 30_000;

    public static void Check(ResponsePlan plan, Exception error)
    {
        Require(error is SandboxException, $"{error.GetType().Name} escapes: {error}");
        var failure = (SandboxException)error;
        Require(failure.GetType() != typeof(SandboxException), "The error has no type of its own.");
        Require(failure.Operation == plan.Operation.Name, $"The error is one of {failure.Operation}.");
        Require(failure.StatusCode == plan.Status, $"The error tells the status {failure.StatusCode}.");
        Require(failure.Outcome == Outcome(plan.Status), $"{(int)plan.Status} is {failure.Outcome}.");
        Require(!plan.IsSuccess || failure is SandboxResponseException, $"A success that can't be read is a {failure.GetType().Name}.");
        Require(!(failure.RetryAfter < TimeSpan.Zero), "The server asks to wait less than no time.");
        Require(failure.Elapsed >= TimeSpan.Zero, "It took less than no time.");
        CheckText(failure);
    }

    /// <summary>Whether an answer with this status settles the matter, when it is an error.</summary>
    private static OperationOutcome Outcome(HttpStatusCode status) =>
        (int)status is >= 400 and <= 499 and not 408 ? OperationOutcome.Definite : OperationOutcome.Unknown;

    private static void CheckText(SandboxException failure)
    {
        Require(failure.ServerMessage is null or { Length: > 0 and <= LongestServerMessage }, $"The server's message has {failure.ServerMessage?.Length} characters.");
        Require(failure.ServerMessage?.Any(char.IsControl) != true, "The server's message holds a control character.");
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            Require(cause.Message.Length is > 0 and <= LongestMessage, $"The message of a {cause.GetType().Name} has {cause.Message.Length} characters.");
            Require(!cause.Message.Any(char.IsControl), $"The message of a {cause.GetType().Name} holds a control character.");
        }

        var text = failure.ToString();
        Require(text.Length <= LongestText, $"The error's text has {text.Length} characters.");
        Require(!text.Contains(ResponsePlan.Key, StringComparison.Ordinal), $"The error tells the key: {text}");
        Require(failure.ServerMessage?.Contains(ResponsePlan.Key, StringComparison.Ordinal) != true, "The server's message tells the key.");
    }
}
