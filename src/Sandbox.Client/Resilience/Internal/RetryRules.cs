using Sandbox.Client.Errors;
using Sandbox.Client.Errors.Internal;
using Sandbox.Client.Http.Internal;

namespace Sandbox.Client.Resilience.Internal;

/// <summary>Whether an attempt may be followed by another, by the meaning of the operation.</summary>
internal static class RetryRules
{
    /// <summary>Decides about an attempt that ended with a failure or with an answer.</summary>
    public static bool MayRepeat(Operation operation, Exception? failure, HttpResponseMessage? answer) => operation.RetrySafety switch
    {
        RetrySafety.Always => failure is SandboxException { IsTransient: true } || (answer is not null && ErrorMapper.IsTransient(answer.StatusCode)),

        // Of a failure without an answer, "definite" says that the request never left.
        RetrySafety.IfNeverSent => failure is SandboxConnectionException { Outcome: OperationOutcome.Definite, IsTransient: true },
        _ => false,
    };
}
