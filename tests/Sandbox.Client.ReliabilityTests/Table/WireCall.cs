using Sandbox.Client.Models;

namespace Sandbox.Client.ReliabilityTests.Table;

/// <summary>One operation of the wire API: what must exist for it, and the call.</summary>
public sealed class WireCall
{
    private readonly Func<SandboxClient, Task<string>> _prepare;
    private readonly Func<SandboxClient, string, Task> _call;

    private WireCall(string name, CallKind kind, Func<SandboxClient, Task<string>> prepare, Func<SandboxClient, string, Task> call)
    {
        Rows = kind == CallKind.List ? name[..name.IndexOf('.', StringComparison.Ordinal)] : null;
        Name = name;
        Kind = kind;
        _prepare = prepare;
        _call = call;
    }

    /// <summary>All operations.</summary>
    public static IReadOnlyList<WireCall> All { get; } =
    [
        new("sandboxes.get", CallKind.Read, SandboxAsync, (client, id) => client.GetAsync(id)),
        new("pools.get", CallKind.Read, PoolAsync, (client, id) => client.Pools.GetAsync(id)),
        new("snapshots.get", CallKind.Read, SnapshotAsync, (client, id) => client.Snapshots.GetAsync(id)),
        new("lookup.find", CallKind.Lookup, SandboxAsync, (client, id) => client.Lookup.FindAsync(id)),
        new("lookup.find_global", CallKind.Lookup, SandboxAsync, (client, id) => client.Lookup.FindGlobalAsync(id)),
        new("sandboxes.list", CallKind.List, SandboxAsync, (client, _) => client.ListAsync().CountAsync().AsTask()),
        new("pools.list", CallKind.List, PoolAsync, (client, _) => client.Pools.ListAsync().CountAsync().AsTask()),
        new("snapshots.list", CallKind.List, SnapshotAsync, (client, _) => client.Snapshots.ListAsync().CountAsync().AsTask()),
        new("namespaces.list", CallKind.List, SandboxAsync, (client, _) => client.Namespaces.ListAsync().CountAsync().AsTask()),
        new("sandboxes.delete", CallKind.Deletion, SandboxAsync, (client, id) => client.DeleteAsync(id)),
        new("pools.delete", CallKind.Deletion, PoolAsync, (client, id) => client.Pools.DeleteAsync(id)),
        new("snapshots.delete", CallKind.Deletion, SnapshotAsync, (client, id) => client.Snapshots.DeleteAsync(id)),
        new("pools.update", CallKind.Replacement, PoolAsync, (client, id) => client.Pools.UpdateAsync(id, UpdateSandboxPoolRequest.From(Pool))),
        new("sandboxes.create", CallKind.Creation, NothingAsync, (client, _) => client.CreateAsync(new CreateSandboxRequest { Image = "i" })),
        new("pools.create", CallKind.Creation, NothingAsync, (client, _) => client.Pools.CreateAsync(Pool)),
        new("pools.create_sandbox", CallKind.Creation, PoolAsync, (client, id) => client.Pools.CreateSandboxAsync(id)),
        new("snapshots.create", CallKind.Creation, SandboxAsync, (client, id) => client.Snapshots.CreateAsync(id)),
        new("namespaces.create", CallKind.NamespaceCreation, NothingAsync, (client, _) => client.Namespaces.CreateAsync(new CreateNamespaceRequest { Name = client.Namespace })),
        new("health.get", CallKind.Health, NothingAsync, (client, _) => client.GetHealthAsync()),
    ];

    public string Name { get; }

    public CallKind Kind { get; }

    /// <summary>The member of a list's answer that holds the rows; null for what is no list.</summary>
    public string? Rows { get; }

    /// <summary>Whether its success has a body.</summary>
    public bool HasAnswerBody => Kind is not (CallKind.Deletion or CallKind.NamespaceCreation);

    /// <summary>Whether a second call would not find what it needs.</summary>
    public bool IsUsedUp => Kind is CallKind.Deletion or CallKind.Creation;

    private static CreateSandboxPoolRequest Pool => new() { Image = "i" };

    /// <summary>Makes what the call needs.</summary>
    /// <returns>The call, for a client of the same namespace.</returns>
    public async Task<Func<SandboxClient, Task>> PrepareAsync(SandboxClient direct)
    {
        var id = await _prepare(direct);
        return client => _call(client, id);
    }

    public override string ToString() => Name;

    private static Task<string> NothingAsync(SandboxClient client) => Task.FromResult("");

    private static async Task<string> SandboxAsync(SandboxClient client) => (await client.CreateAsync(new CreateSandboxRequest { Image = "i" })).Id;

    private static async Task<string> PoolAsync(SandboxClient client) => (await client.Pools.CreateAsync(Pool)).Id;

    private static async Task<string> SnapshotAsync(SandboxClient client) => (await client.Snapshots.CreateAsync(await SandboxAsync(client))).Id;
}
