namespace Sandbox.Client.Testing.State.Internal;

internal enum SnapshotState
{
    InProgress,
    Completed,
    Failed,
}
