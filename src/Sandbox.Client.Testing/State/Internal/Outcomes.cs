namespace Sandbox.Client.Testing.State.Internal;

/// <summary>Contract section 3.3.</summary>
internal static class Outcomes
{
    public const string UserTerminated = "Success(UserTerminated)";
    public const string Timeout = "Success(Timeout)";
    public const string ExecutorRemoved = "Failure(ExecutorRemoved)";
    public const string StartupFailed = "Failure(ContainerTerminated(StartupFailedInternalError))";
}
