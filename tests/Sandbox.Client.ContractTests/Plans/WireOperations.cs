using Sandbox.Client.Models;

namespace Sandbox.Client.ContractTests.Plans;

/// <summary>Every operation of the client.</summary>
public static class WireOperations
{
    public static IReadOnlyList<WireOperation> All { get; } =
    [
        new("CreateSandbox", "POST", "/v1/namespaces/{namespace}/sandboxes", async (client, _, request) => await client.CreateAsync((CreateSandboxRequest)request!), typeof(CreateSandboxRequest)),
        new("GetSandbox", "GET", "/v1/namespaces/{namespace}/sandboxes/{id}", async (client, id, _) => await client.GetAsync(id)),
        new("ListSandboxes", "GET", "/v1/namespaces/{namespace}/sandboxes", async (client, _, _) => await client.ListAsync().ToListAsync()),
        new("DeleteSandbox", "DELETE", "/v1/namespaces/{namespace}/sandboxes/{id}", (client, id, _) => Nothing(client.DeleteAsync(id))),
        new("CreatePool", "POST", "/v1/namespaces/{namespace}/sandbox-pools", async (client, _, request) => await client.Pools.CreateAsync((CreateSandboxPoolRequest)request!), typeof(CreateSandboxPoolRequest)),
        new("GetPool", "GET", "/v1/namespaces/{namespace}/sandbox-pools/{id}", async (client, id, _) => await client.Pools.GetAsync(id)),
        new("ListPools", "GET", "/v1/namespaces/{namespace}/sandbox-pools", async (client, _, _) => await client.Pools.ListAsync().ToListAsync()),
        new("UpdatePool", "PUT", "/v1/namespaces/{namespace}/sandbox-pools/{id}", async (client, id, request) => await client.Pools.UpdateAsync(id, (UpdateSandboxPoolRequest)request!), typeof(UpdateSandboxPoolRequest)),
        new("DeletePool", "DELETE", "/v1/namespaces/{namespace}/sandbox-pools/{id}", (client, id, _) => Nothing(client.Pools.DeleteAsync(id))),
        new("ClaimSandbox", "POST", "/v1/namespaces/{namespace}/sandbox-pools/{id}/sandboxes", async (client, id, _) => await client.Pools.CreateSandboxAsync(id)),
        new("CreateSnapshot", "POST", "/v1/namespaces/{namespace}/sandboxes/{id}/snapshot", async (client, id, _) => await client.Snapshots.CreateAsync(id)),
        new("GetSnapshot", "GET", "/v1/namespaces/{namespace}/snapshots/{id}", async (client, id, _) => await client.Snapshots.GetAsync(id)),
        new("ListSnapshots", "GET", "/v1/namespaces/{namespace}/snapshots", async (client, _, _) => await client.Snapshots.ListAsync().ToListAsync()),
        new("DeleteSnapshot", "DELETE", "/v1/namespaces/{namespace}/snapshots/{id}", (client, id, _) => Nothing(client.Snapshots.DeleteAsync(id))),
        new("CreateNamespace", "POST", "/namespaces", (client, _, request) => Nothing(client.Namespaces.CreateAsync((CreateNamespaceRequest)request!)), typeof(CreateNamespaceRequest)),
        new("ListNamespaces", "GET", "/namespaces", async (client, _, _) => await client.Namespaces.ListAsync().ToListAsync()),
        new("LookUp", "GET", "/internal/v1/namespaces/{namespace}/sandboxes/{id}", async (client, id, _) => await client.Lookup.FindAsync(id)),
        new("LookUpGlobally", "GET", "/internal/v1/sandboxes/{id}", async (client, id, _) => await client.Lookup.FindGlobalAsync(id)),
        new("GetHealth", "GET", "/healthz", async (client, _, _) => await client.GetHealthAsync()),
    ];

    /// <summary>A request that every server can be sent.</summary>
    public static object? SomeRequest(Type? type) => type switch
    {
        null => null,
        _ when type == typeof(CreateSandboxRequest) => new CreateSandboxRequest(),
        _ when type == typeof(CreateSandboxPoolRequest) => new CreateSandboxPoolRequest { Image = "i" },
        _ when type == typeof(UpdateSandboxPoolRequest) => UpdateSandboxPoolRequest.From(new CreateSandboxPoolRequest { Image = "i" }),
        _ => new CreateNamespaceRequest { Name = "n" },
    };

    private static async Task<object?> Nothing(Task task)
    {
        await task;
        return null;
    }
}
