using System.Net;
using System.Text.Json;
using Sandbox.Client.ContractTests.Plans;
using Sandbox.Client.Errors;

namespace Sandbox.Client.ContractTests.Answers;

/// <summary>Compares what the client made of an answer with the answer itself.</summary>
internal static class RecordedAnswer
{
    public static void AssertRead(RecordedStep step, StepPlan plan, object? result, Exception? error)
    {
        var operation = plan.Operation!;
        if ((int)step.Status is >= 200 and < 300)
        {
            Assert.True(error is null, $"{step} was answered with {(int)step.Status}, but the client threw {error}");
            if (step.ResponseText.Length > 0)
            {
                RecordAssert.Equal(JsonDocument.Parse(step.ResponseText).RootElement, result, plan.Namespace!, step.ToString());
            }
        }
        else if (operation is "LookUp" && step.ResponseText is "Sandbox has no container assigned" or "Container not found")
        {
            // The older server: it exists and has no address.
            var lookup = Assert.IsType<Models.SandboxLookup>(result);
            Assert.Null(lookup.DataplaneApiAddress);
            Assert.False(lookup.Status.IsSpecified);
        }
        else if (operation is "LookUp" or "LookUpGlobally" && step is { Status: HttpStatusCode.NotFound, ResponseText.Length: > 0 })
        {
            Assert.True(error is null, $"{step}: the client threw {error}");
            Assert.Null(result);
        }
        else
        {
            AssertError(step, error);
        }
    }

    private static void AssertError(RecordedStep step, Exception? error)
    {
        Assert.True(error is not null, $"{step} was answered with {(int)step.Status}, and the client did not throw");
        Assert.IsType(ExpectedError(step), error);
        var failure = (SandboxException)error;
        Assert.Equal(step.Status, failure.StatusCode);
        Assert.Equal(step.ResponseText.Length == 0 ? null : step.ResponseText, failure.ServerMessage);
        Assert.Equal(OperationOutcome.Definite, failure.Outcome);
        Assert.False(failure.IsTransient);
        if (failure.ServerMessage is not null)
        {
            Assert.Contains(failure.ServerMessage, failure.Message, StringComparison.Ordinal);
        }
    }

    private static Type ExpectedError(RecordedStep step) => step.Status switch
    {
        HttpStatusCode.NotFound when step.ResponseText.Length == 0 => typeof(SandboxFeatureNotSupportedException),
        HttpStatusCode.NotFound => typeof(SandboxNotFoundException),
        HttpStatusCode.Conflict => typeof(SandboxConflictException),
        HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnsupportedMediaType or HttpStatusCode.UnprocessableEntity => typeof(SandboxInvalidRequestException),
        var other => throw new InvalidOperationException($"{step}: no rule for {(int)other}"),
    };
}
