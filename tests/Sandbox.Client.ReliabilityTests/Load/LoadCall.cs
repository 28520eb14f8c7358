using Sandbox.Client.Models;

namespace Sandbox.Client.ReliabilityTests.Load;

/// <summary>The calls that are made at the same time. What one makes carries its mark as its image, so that a second one shows.</summary>
internal static class LoadCall
{
    private static readonly Func<SandboxClient, LoadTargets, string, CancellationToken, Task>[] All =
    [
        (client, _, mark, token) => client.CreateAsync(new CreateSandboxRequest { Image = mark }, token),
        (client, _, mark, token) => client.CreateAndWaitAsync(new CreateSandboxRequest { Image = mark }, cancellationToken: token),
        async (client, _, mark, token) =>
        {
            await using var lease = await client.AcquireAsync(new CreateSandboxRequest { Image = mark }, cancellationToken: token);
        },
        (client, _, mark, token) => client.Pools.CreateAsync(new CreateSandboxPoolRequest { Image = mark }, token),
        (client, targets, _, token) => client.GetAsync(targets.SandboxId, token),
        (client, targets, _, token) => client.WaitUntilRunningAsync(targets.SandboxId, cancellationToken: token),
        (client, targets, _, token) => client.Lookup.FindAsync(targets.SandboxId, token),
        (client, targets, _, token) => client.Lookup.FindGlobalAsync(targets.SandboxId, token),
        (client, targets, _, token) => client.InNamespace(LoadTargets.SmallNamespace).ListAsync(cancellationToken: token).CountAsync(token).AsTask(),
        (client, targets, _, token) => client.Pools.UpdateAsync(targets.PoolId, UpdateSandboxPoolRequest.From(new CreateSandboxPoolRequest { Image = "shared" }), token),
        (client, _, _, token) => client.DeleteAsync("nobody", token),
        async (client, _, mark, token) => await client.DeleteAsync((await client.CreateAsync(new CreateSandboxRequest { Image = mark }, token)).Id, token),
        (client, targets, _, token) =>
        {
            targets.CountClaim();
            return client.Pools.CreateSandboxAsync(targets.PoolId, token);
        },
        (client, _, _, token) => client.GetHealthAsync(token),
    ];

    /// <summary>One of the calls, in turn.</summary>
    public static Task RunAsync(int number, SandboxClient client, LoadTargets targets, CancellationToken cancellationToken) =>
        All[number % All.Length](client, targets, $"m{number}", cancellationToken);
}
