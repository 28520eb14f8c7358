using System.Text.Json;
using Sandbox.Client.Errors;
using Sandbox.Client.Models;

namespace Sandbox.Client.AotSmoke;

/// <summary>The calls, and what must come back.</summary>
internal static class Steps
{
    public static async Task RunAsync(SandboxClient client, LoopbackServer server)
    {
        await SandboxesAsync(client, server);
        await LookupsAsync(client);
        await PoolsAsync(client, server);
        await SnapshotsAsync(client);
        await ErrorsAsync(client, server);
    }

    private static async Task SandboxesAsync(SandboxClient client, LoopbackServer server)
    {
        var health = await client.GetHealthAsync();
        Check.Equal(HealthState.Ok, health.ExecutorManager);

        var created = await client.CreateAsync(new CreateSandboxRequest
        {
            Image = "python:3.14-slim",
            Resources = new SandboxResources { Cpus = 2.5, MemoryMb = 2048, EphemeralDiskMb = 4096 },
            Timeout = TimeSpan.FromMinutes(2),
            Network = new NetworkPolicy { AllowInternetAccess = false, AllowOut = ["10.0.0.0/8"] },
            UnauthenticatedRoutes = ["/api/public", "/health"],
        });
        Check.Equal(Answers.SandboxId, created.Id);
        Check.Equal(SandboxStatus.Pending, created.Status);
        Check.Equal(SandboxPendingReason.Scheduling, created.PendingReason);
        using var sent = JsonDocument.Parse(server.LastBody(Answers.CreateSandbox));
        Check.Equal(120, sent.RootElement.GetProperty("timeout_secs").GetInt32());
        Check.Equal(2.5, sent.RootElement.GetProperty("resources").GetProperty("cpus").GetDouble());
        Check.Equal("/health", sent.RootElement.GetProperty("unauthenticated_routes")[1].GetString());

        var sandbox = await client.GetAsync(created.Id);
        Check.Equal(SandboxStatus.Running, sandbox.Status);
        Check.Equal(new SandboxResources { Cpus = 2.5, MemoryMb = 2048, EphemeralDiskMb = 4096 }, sandbox.Resources);
        Check.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1795451375856), sandbox.CreatedAt);
        Check.Equal<TimeSpan?>(TimeSpan.FromMinutes(2), sandbox.Timeout);
        Check.Equal<ValueList<string>?>(["/api/public", "/health"], sandbox.UnauthenticatedRoutes);
        Check.Equal(null, sandbox.AllowUnauthenticatedAccess);
        Check.Equal(false, sandbox.NetworkPolicy?.AllowInternetAccess);

        var listed = await client.ListAsync().ToListAsync();
        Check.Equal(2, listed.Count);
        Check.Equal(sandbox, listed[0]);
        Check.Equal([8080, 3000], listed[1].ExposedPorts);
        Check.Equal(SandboxPendingReason.NoExecutorsAvailable, listed[1].PendingReason);

        await client.DeleteAsync(created.Id);
        await WaitsAsync(client);
    }

    private static async Task WaitsAsync(SandboxClient client)
    {
        await using (var lease = await client.AcquireAsync(new CreateSandboxRequest()))
        {
            Check.Equal(SandboxStatus.Running, lease.Sandbox.Status);
        }

        try
        {
            await client.CreateAsync(new CreateSandboxRequest { ExposedPorts = [8080] });
            throw new InvalidOperationException("A setting vanished without a word.");
        }
        catch (SandboxFeatureNotSupportedException error)
        {
            Check.Equal(OperationOutcome.Definite, error.Outcome);
            Check.Equal(null, error.LeftBehindId);
        }
    }

    private static async Task LookupsAsync(SandboxClient client)
    {
        var found = await client.Lookup.FindAsync(Answers.SandboxId);
        Check.Equal("127.0.0.1:8095", found?.DataplaneApiAddress);
        Check.Equal(SandboxStatus.Running, found?.Status);
        Check.Equal<ValueList<string>?>(["/health"], found?.UnauthenticatedRoutes);

        var global = await client.Lookup.FindGlobalAsync(Answers.SandboxId);
        Check.Equal(Answers.Namespace, global?.Namespace);
        Check.Equal(null, global?.DataplaneApiAddress);
        Check.Equal(true, global?.AllowUnauthenticatedAccess);
        Check.Equal([8080], global?.ExposedPorts ?? default);

        Check.Equal(null, await client.Lookup.FindAsync("unknown"));
    }

    private static async Task PoolsAsync(SandboxClient client, LoopbackServer server)
    {
        var created = await client.Pools.CreateAsync(new CreateSandboxPoolRequest { Image = "python:3.14-slim", WarmContainers = 2, MaxContainers = 4 });
        Check.Equal(Answers.PoolId, created.Id);

        var detail = await client.Pools.GetAsync(created.Id);
        Check.Equal(2u, detail.Pool.WarmContainers);
        Check.Equal(null, detail.Pool.CreatedAt);
        Check.Equal(SandboxPoolContainerState.Running, detail.Containers[0].State);

        var listed = await client.Pools.ListAsync().ToListAsync();
        Check.Equal(1, listed.Count);
        Check.Equal(detail.Pool, listed[0]);

        var updated = await client.Pools.UpdateAsync(created.Id, UpdateSandboxPoolRequest.From(detail.Pool, entrypoint: ["sleep", "5"], secretNames: null, gpus: null));
        Check.Equal(detail.Pool, updated);
        using var sent = JsonDocument.Parse(server.LastBody(Answers.UpdatePool));
        Check.Equal("sleep", sent.RootElement.GetProperty("entrypoint")[0].GetString());

        var claimed = await client.Pools.CreateSandboxAsync(created.Id);
        Check.Equal(SandboxStatus.Running, claimed.Status);
        await client.Pools.DeleteAsync(created.Id);
    }

    private static async Task SnapshotsAsync(SandboxClient client)
    {
        var created = await client.Snapshots.CreateAsync(Answers.SandboxId);
        Check.Equal(SnapshotStatus.InProgress, created.Status);
        var snapshots = await client.Snapshots.ListAsync().ToListAsync();
        Check.Equal(1, snapshots.Count);
        Check.Equal(created.Id, snapshots[0].Id);
        Check.Equal(1048576ul, snapshots[0].SizeBytes);
        var namespaces = await client.Namespaces.ListAsync().ToListAsync();
        Check.Equal(1, namespaces.Count);
        Check.Equal(Answers.Namespace, namespaces[0].Name);
    }

    private static async Task ErrorsAsync(SandboxClient client, LoopbackServer server)
    {
        Check.Equal(null, await client.FindAsync("unknown"));
        await Check.ThrowsAsync<SandboxNotFoundException>(() => client.GetAsync("unknown"));
        await Check.ThrowsAsync<ArgumentException>(() => client.GetAsync("../other"));
        using var withoutKey = new SandboxClient(new SandboxClientOptions { Endpoint = server.Address, Namespace = Answers.Namespace });
        await Check.ThrowsAsync<SandboxUnauthenticatedException>(() => withoutKey.GetAsync(Answers.SandboxId));
    }
}
