using Sandbox.Client.Models;
using static Sandbox.Client.Fuzz.Responses.ClientOperation;

namespace Sandbox.Client.Fuzz.Responses;

/// <summary>Every call of the client.</summary>
internal static class ClientOperations
{
    /// <summary>Their order is the meaning of kept inputs: add at the end.</summary>
    public static IReadOnlyList<ClientOperation> All { get; } =
    [
        new Answer("sandboxes.get", "GET", "/v1/namespaces/*/sandboxes/*", typeof(SandboxInfo), async client => await client.GetAsync("a")),
        new Rows("sandboxes.list", "/v1/namespaces/*/sandboxes", typeof(SandboxInfo), "sandboxes", (client, options) => client.ListAsync(options), row => ((SandboxInfo)row).Namespace),
        new Answer("sandboxes.create", "POST", "/v1/namespaces/*/sandboxes", typeof(CreatedSandbox), async client => await client.CreateAsync(new CreateSandboxRequest())),
        new Answer("sandboxes.delete", "DELETE", "/v1/namespaces/*/sandboxes/*", Record: null, client => Nothing(client.DeleteAsync("a"))),
        new Answer("lookup.find", "GET", "/internal/v1/namespaces/*/sandboxes/*", typeof(SandboxLookup), async client => await client.Lookup.FindAsync("a")) { Finds = true },
        new Answer("lookup.find_global", "GET", "/internal/v1/sandboxes/*", typeof(SandboxLookup), async client => await client.Lookup.FindGlobalAsync("a")) { Finds = true },
        new Answer("health.get", "GET", "/healthz", typeof(ServerHealth), async client => await client.GetHealthAsync()),
        new Answer("pools.get", "GET", "/v1/namespaces/*/sandbox-pools/*", typeof(SandboxPoolDetail), async client => await client.Pools.GetAsync("a")),
        new Rows("pools.list", "/v1/namespaces/*/sandbox-pools", typeof(SandboxPoolInfo), "pools", (client, options) => client.Pools.ListAsync(options), row => ((SandboxPoolInfo)row).Namespace),
        new Answer("pools.create", "POST", "/v1/namespaces/*/sandbox-pools", typeof(CreatedSandboxPool), async client => await client.Pools.CreateAsync(new CreateSandboxPoolRequest { Image = "i" })),
        new Answer("pools.update", "PUT", "/v1/namespaces/*/sandbox-pools/*", typeof(SandboxPoolInfo),
            async client => await client.Pools.UpdateAsync("a", UpdateSandboxPoolRequest.From(new CreateSandboxPoolRequest { Image = "i" }))),
        new Answer("pools.delete", "DELETE", "/v1/namespaces/*/sandbox-pools/*", Record: null, client => Nothing(client.Pools.DeleteAsync("a"))),
        new Answer("pools.create_sandbox", "POST", "/v1/namespaces/*/sandbox-pools/*/sandboxes", typeof(CreatedSandbox), async client => await client.Pools.CreateSandboxAsync("a")),
        new Answer("snapshots.get", "GET", "/v1/namespaces/*/snapshots/*", typeof(SnapshotInfo), async client => await client.Snapshots.GetAsync("a")),
        new Rows("snapshots.list", "/v1/namespaces/*/snapshots", typeof(SnapshotInfo), "snapshots", (client, options) => client.Snapshots.ListAsync(options), row => ((SnapshotInfo)row).Namespace),
        new Answer("snapshots.create", "POST", "/v1/namespaces/*/sandboxes/*/snapshot", typeof(CreatedSnapshot), async client => await client.Snapshots.CreateAsync("a")),
        new Answer("snapshots.delete", "DELETE", "/v1/namespaces/*/snapshots/*", Record: null, client => Nothing(client.Snapshots.DeleteAsync("a"))),
        new Rows("namespaces.list", "/namespaces", typeof(NamespaceInfo), "namespaces", (client, options) => client.Namespaces.ListAsync(options), _ => null),
        new Answer("namespaces.create", "POST", "/namespaces", Record: null, client => Nothing(client.Namespaces.CreateAsync(new CreateNamespaceRequest { Name = "n" }))),
        new Answer("sandboxes.get", "GET", "", typeof(SandboxInfo), async client => await client.FindAsync("a")) { Finds = true },
        new Answer("pools.get", "GET", "", typeof(SandboxPoolDetail), async client => await client.Pools.FindAsync("a")) { Finds = true },
        new Answer("snapshots.get", "GET", "", typeof(SnapshotInfo), async client => await client.Snapshots.FindAsync("a")) { Finds = true },
    ];

    private static async Task<object?> Nothing(Task task)
    {
        await task;
        return null;
    }
}
