using Sandbox.Client;
using Sandbox.Client.Models;
using Sandbox.Client.Routing;

namespace QuickStart;

/// <summary>A pool with public paths, a sandbox from it, both lookups, a list, a snapshot; and nothing left at the end.</summary>
internal sealed class Story(SandboxClient client, Screen screen)
{
    private const int ApplicationPort = 8080;

    private static readonly ValueList<string> PublicPaths = ["/health", "/public/"];

    private static readonly string[] Targets =
        ["/health", "/health?full=1", "/healthy", "/public/logo.png", "/public/../admin", "/public/%2e%2e/admin", "/public//admin", "/admin"];

    public async Task TellAsync(CancellationToken cancellationToken)
    {
        var health = await client.GetHealthAsync(cancellationToken);
        Screen.Say($"It is {health.Status} and runs version {health.Version ?? "unknown"}; the namespace is \"{client.Namespace}\".");

        await using var cleanup = new Cleanup(client);

        // Creations are not cancelled: an answer that is given up may stand for something that was made.
        cancellationToken.ThrowIfCancellationRequested();
        var pool = await client.Pools.CreateAsync(
            new CreateSandboxPoolRequest
            {
                Image = "python:3.14-slim",
                Resources = new SandboxResources { Cpus = 0.5, MemoryMb = 256 },
                Entrypoint = ["sleep", "600"],
                Timeout = TimeSpan.FromMinutes(10),
                MaxContainers = 2,
                UnauthenticatedRoutes = PublicPaths,
            },
            CancellationToken.None);
        cleanup.PoolId = pool.Id;
        Screen.Say($"Pool {pool.Id} is made; {string.Join(" and ", PublicPaths)} of its sandboxes need no credentials.");

        cancellationToken.ThrowIfCancellationRequested();
        var created = await client.Pools.CreateSandboxAsync(pool.Id, CancellationToken.None);
        Screen.Say($"Sandbox {created.Id} is claimed from it.");
        var sandbox = await Following.UntilRunningAsync(client, screen, created.Id, cancellationToken);

        await ShowLookupsAsync(sandbox, cancellationToken);
        await ShowAccessAsync(sandbox.Id, cancellationToken);
        await ShowListAsync(pool.Id, cancellationToken);
        await SnapshotAsync(sandbox.Id, cleanup, cancellationToken);
    }

    private async Task ShowLookupsAsync(SandboxInfo sandbox, CancellationToken cancellationToken)
    {
        var lookups = new (string By, SandboxLookup? Found)[]
        {
            ("namespace and id", await client.Lookup.FindAsync(sandbox.Id, cancellationToken)),
            ("id alone", await client.Lookup.FindGlobalAsync(sandbox.Id, cancellationToken)),
        };
        screen.Table(
            "What a proxy is told",
            ["by", "status", "address", "public paths"],
            lookups.Select(lookup => new[]
            {
                lookup.By,
                lookup.Found?.Status.Value ?? "not found",
                lookup.Found?.DataplaneApiAddress ?? "none",
                lookup.Found?.UnauthenticatedRoutes is { } routes ? string.Join(" ", routes) : "not said: everything needs credentials",
            }));
    }

    /// <summary>What a proxy would do with some requests for the sandbox.</summary>
    private async Task ShowAccessAsync(string id, CancellationToken cancellationToken)
    {
        if (await client.Lookup.FindAsync(id, cancellationToken) is not { } lookup)
        {
            return;
        }

        var access = new SandboxAccess(lookup);
        screen.Table(
            "Who may pass without credentials",
            ["request target", "decision", "reason"],
            Targets.Select(target =>
            {
                access.Routes.Evaluate(target, "GET", out var explanation);
                return new[] { target, $"{access.Evaluate(ApplicationPort, target, "GET")}", explanation.Message };
            }));
    }

    private async Task ShowListAsync(string poolId, CancellationToken cancellationToken)
    {
        var rows = new List<string[]>();
        await foreach (var sandbox in client.ListAsync(cancellationToken: cancellationToken))
        {
            if (sandbox.PoolId == poolId)
            {
                rows.Add([sandbox.Id, sandbox.Status.Value, $"{sandbox.Resources?.Cpus} CPU, {sandbox.Resources?.MemoryMb} MiB", $"{sandbox.Timeout}"]);
            }
        }

        screen.Table("Sandboxes of the pool", ["id", "status", "resources", "timeout"], rows);
    }

    private async Task SnapshotAsync(string sandboxId, Cleanup cleanup, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var begun = await client.Snapshots.CreateAsync(sandboxId, CancellationToken.None);
        cleanup.SnapshotId = begun.Id;
        var snapshot = await Following.UntilEndedAsync(client, screen, begun.Id, cancellationToken);
        Screen.Say(snapshot.Status == SnapshotStatus.Completed
            ? $"Snapshot {snapshot.Id} has {snapshot.SizeBytes:N0} bytes; it has ended the sandbox, as every snapshot does."
            : $"Snapshot {snapshot.Id} is {snapshot.Status}: {snapshot.Error}");
    }
}
