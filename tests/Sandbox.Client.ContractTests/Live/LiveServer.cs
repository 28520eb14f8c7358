using Sandbox.Client.Models;

namespace Sandbox.Client.ContractTests.Live;

/// <summary>Finds out which server answers: nothing announces it, only what comes back tells.</summary>
internal static class LiveServer
{
    /// <summary>The folder of recordings that a server is compared with, for example <c>ports/no-executor</c>.</summary>
    public static async Task<string> FindRecordingsAsync(SandboxClient client)
    {
        var scope = client.InNamespace($"contract-probe-{Guid.NewGuid():N}");
        var created = await scope.CreateAsync(new CreateSandboxRequest { AllowUnauthenticatedAccess = true, UnauthenticatedRoutes = ["/probe"] });
        try
        {
            var sandbox = await scope.GetAsync(created.Id);
            for (var tries = 0; sandbox.PendingReason == SandboxPendingReason.Scheduling && tries < 50; tries++)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100));
                sandbox = await scope.GetAsync(created.Id);
            }

            var dialect = sandbox.AllowUnauthenticatedAccess is not null ? "ports" : sandbox.UnauthenticatedRoutes is not null ? "routes" : "older";
            return $"{dialect}/{(sandbox.PendingReason == SandboxPendingReason.NoExecutorsAvailable ? "no-executor" : "executor")}";
        }
        finally
        {
            await scope.DeleteAsync(created.Id);
        }
    }
}
