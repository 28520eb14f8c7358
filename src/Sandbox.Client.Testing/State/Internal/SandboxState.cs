namespace Sandbox.Client.Testing.State.Internal;

internal enum SandboxState
{
    Pending,
    Running,
    Snapshotting,
    Terminated,
}
