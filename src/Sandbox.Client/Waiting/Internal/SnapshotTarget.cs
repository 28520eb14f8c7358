using Sandbox.Client.Errors;
using Sandbox.Client.Errors.Internal;
using Sandbox.Client.Http.Internal;
using Sandbox.Client.Models;

namespace Sandbox.Client.Waiting.Internal;

/// <summary>A snapshot in one status.</summary>
internal sealed class SnapshotTarget(SnapshotStatus status) : WaitTarget<SnapshotInfo>
{
    private static readonly Operation Operation = Operations.WaitForSnapshot;

    public override bool IsReached(SnapshotInfo record) => record.Status == status;

    // Both ends of a snapshot are final (contract section 3.7).
    public override SandboxException? Ended(SnapshotInfo record)
    {
        if (record.Status != SnapshotStatus.Failed && record.Status != SnapshotStatus.Completed)
        {
            return null;
        }

        var reason = record.Error is { Length: > 0 } error ? $": {ErrorText.Clean(error)}" : "";
        return new SandboxSnapshotFailedException($"{Operation} failed: the snapshot ended as {record.Status}{reason}.", record).Describe(Operation, outcome: OperationOutcome.Definite);
    }

    public override bool LooksLike(SnapshotInfo record, SnapshotInfo earlier) => record.Status == earlier.Status;

    public override SandboxNotFoundException Gone() => Gone(Operation, "snapshot");

    public override SandboxWaitTimeoutException TimedOut(TimeSpan timeout, SnapshotInfo? last, Exception? lastFailure)
    {
        var state = last?.Status.Value;
        return new SandboxWaitTimeoutException(TimedOutSentence(Operation, $"snapshot was not {status}", timeout, state, lastFailure), lastFailure) { Snapshot = last }
            .Describe(Operation, isTransient: true, outcome: OperationOutcome.Definite);
    }
}
