using Sandbox.Client;
using Sandbox.Client.Errors;
using Sandbox.Client.Models;

namespace BatchWorker.Jobs;

/// <summary>
/// Stands in for the work of a job: the client makes sandboxes and finds them, but runs nothing in them. A real job would talk to a program in the sandbox,
/// by the address that the lookup gives.
/// </summary>
internal static class StandInWork
{
    private static readonly TimeSpan Duration = TimeSpan.FromMilliseconds(250);

    public static async Task RunAsync(SandboxClient client, string sandboxId, CancellationToken cancellationToken)
    {
        _ = await client.Lookup.FindAsync(sandboxId, cancellationToken);
        await Task.Delay(Duration, cancellationToken);

        // The result of a job counts only when its sandbox was there until the end.
        var sandbox = await client.GetAsync(sandboxId, cancellationToken);
        if (sandbox.Status == SandboxStatus.Terminated)
        {
            throw new SandboxTerminatedException($"The sandbox ended while the job worked in it: {sandbox.Outcome?.Value ?? "no reason given"}.", sandbox);
        }
    }
}
