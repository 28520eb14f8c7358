namespace Sandbox.Client.Testing.State.Internal;

internal enum SandboxStatus
{
    Pending,
    Running,
    Snapshotting,
    Terminated,
}
