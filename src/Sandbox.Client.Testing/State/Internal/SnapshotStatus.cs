namespace Sandbox.Client.Testing.State.Internal;

internal enum SnapshotStatus
{
    InProgress,
    Completed,
    Failed,
}
