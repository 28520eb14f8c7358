namespace Sandbox.Client.Testing.State.Internal;

/// <summary>Contract section 3.2.</summary>
internal static class PendingReasons
{
    public const string Scheduling = "scheduling";
    public const string WaitingForContainer = "waiting_for_container";
    public const string NoExecutorsAvailable = "no_executors_available";
    public const string NoResourcesAvailable = "no_resources_available";
    public const string PoolAtCapacity = "pool_at_capacity";
}
