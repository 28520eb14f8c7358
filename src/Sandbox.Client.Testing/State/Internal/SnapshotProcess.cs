namespace Sandbox.Client.Testing.State.Internal;

/// <summary>A snapshot from its request to its end, which always ends the sandbox too (contract section 3.7).</summary>
internal sealed class SnapshotProcess(EmulatorSettings settings, Timeline timeline, Scheduler scheduler)
{
    private const string UploadFailed = "Snapshot upload failed";

    public SnapshotRow Begin(SandboxRow sandbox)
    {
        var snapshot = new SnapshotRow(sandbox.Namespace, Identifiers.NewLowerCase(), sandbox, timeline.UtcNow);
        sandbox.Status = SandboxState.Snapshotting;
        sandbox.Snapshot = snapshot;
        timeline.After(settings.SnapshotDuration, () => End(snapshot));
        return snapshot;
    }

    private void End(SnapshotRow snapshot)
    {
        var sandbox = snapshot.Sandbox;
        if (snapshot.IsDeleted || snapshot.Status != SnapshotState.InProgress)
        {
            return;
        }

        if (!sandbox.IsLive)
        {
            snapshot.Fail(UploadFailed);
        }
        else if (settings.IdleSnapshotsFail && sandbox.Specification.Entrypoint is not { Count: > 0 })
        {
            snapshot.Fail(UploadFailed);
            scheduler.Terminate(sandbox, outcome: null, keepInMemory: true);
        }
        else
        {
            snapshot.Status = SnapshotState.Completed;
            scheduler.Terminate(sandbox, outcome: null);
        }
    }
}
