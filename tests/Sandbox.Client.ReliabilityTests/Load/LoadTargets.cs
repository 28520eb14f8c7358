using Sandbox.Client.Models;

namespace Sandbox.Client.ReliabilityTests.Load;

/// <summary>What the calls read and change together.</summary>
internal sealed record LoadTargets(string SandboxId, string PoolId)
{
    /// <summary>A namespace whose list stays short.</summary>
    public const string SmallNamespace = "small";

    private int _claims;

    /// <summary>How many claims of a sandbox of the pool were begun. A claim carries no mark.</summary>
    public int Claims => Volatile.Read(ref _claims);

    public void CountClaim() => Interlocked.Increment(ref _claims);

    public static async Task<LoadTargets> MakeAsync(SandboxClient direct)
    {
        await direct.InNamespace(SmallNamespace).CreateAsync(new CreateSandboxRequest());
        return new LoadTargets(
            (await direct.CreateAsync(new CreateSandboxRequest { Image = "shared" })).Id,
            (await direct.Pools.CreateAsync(new CreateSandboxPoolRequest { Image = "shared" })).Id);
    }
}
