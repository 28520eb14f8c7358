using Sandbox.Client.Errors;
using Sandbox.Client.Errors.Internal;
using Sandbox.Client.Http.Internal;
using Sandbox.Client.Models;

namespace Sandbox.Client.Waiting.Internal;

/// <summary>A sandbox in one status.</summary>
internal sealed class SandboxTarget(SandboxStatus status) : WaitTarget<SandboxInfo>
{
    private static readonly Operation Operation = Operations.WaitForSandbox;

    public override bool IsReached(SandboxInfo record) => record.Status == status;

    // Nothing follows "terminated" (contract section 3.3).
    public override SandboxException? Ended(SandboxInfo record) => record.Status != SandboxStatus.Terminated
        ? null
        : new SandboxTerminatedException($"{Operation} failed: the sandbox ended before it was {status}{Reason(record.Outcome)}.", record)
            .Describe(Operation, outcome: OperationOutcome.Definite);

    public override bool LooksLike(SandboxInfo record, SandboxInfo earlier) => record.Status == earlier.Status && record.PendingReason == earlier.PendingReason;

    public override SandboxNotFoundException Gone() => Gone(Operation, "sandbox");

    public override SandboxWaitTimeoutException TimedOut(TimeSpan timeout, SandboxInfo? last, Exception? lastFailure)
    {
        var state = last is null ? null : $"{last.Status}: {Explanation(last)}";
        return new SandboxWaitTimeoutException(TimedOutSentence(Operation, $"sandbox was not {status}", timeout, state, lastFailure), lastFailure) { Sandbox = last }
            .Describe(Operation, isTransient: true, outcome: OperationOutcome.Definite);
    }

    private static string Reason(SandboxOutcome? outcome) => outcome is { IsSpecified: true } known ? $": {ErrorText.Clean(known.Value)}" : "; the server did not say why";

    private static string Explanation(SandboxInfo sandbox)
    {
        if (sandbox.PendingReason is not { IsSpecified: true } reason)
        {
            return "the server did not say what it waits for";
        }

        var sentence = Sentences.FirstOrDefault(pair => pair.Reason == reason).Sentence ?? "see the server's documentation";
        return $"{sentence} ({ErrorText.Clean(reason.Value)})";
    }

    private static readonly (SandboxPendingReason Reason, string Sentence)[] Sentences =
    [
        (SandboxPendingReason.Scheduling, "the server has not placed it yet"),
        (SandboxPendingReason.WaitingForContainer, "its container is being started; pulling an image takes long the first time"),
        (SandboxPendingReason.NoExecutorsAvailable, "no executor can take it: is one running?"),
        (SandboxPendingReason.NoResourcesAvailable, "no executor has the resources free that it asks for: end other sandboxes, or ask for less"),
        (SandboxPendingReason.PoolAtCapacity, "its pool has as many containers as it may have"),
    ];
}
