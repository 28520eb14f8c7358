using System.Net;
using Sandbox.Client;
using Sandbox.Client.Errors;
using Sandbox.Client.Models;
using Sandbox.Client.Routing;

namespace QuickStart;

/// <summary>A pool with public paths, a sandbox from it, both lookups, a list, a snapshot; and nothing left at the end.</summary>
internal sealed class Story(SandboxClient client, Screen screen)
{
    private const int ApplicationPort = 8080;

    private static readonly ValueList<string> PublicPaths = ["/health", "/public/"];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string[] Targets =
        ["/health", "/health?full=1", "/healthy", "/public/logo.png", "/public/../admin", "/public/%2e%2e/admin", "/public//admin", "/admin"];

    public async Task TellAsync(CancellationToken cancellationToken)
    {
        var health = await client.GetHealthAsync(cancellationToken);
        Screen.Say($"It is {health.Status} and runs version {health.Version ?? "unknown"}; the namespace is \"{client.Namespace}\".");

        await using var cleanup = new Cleanup(client);

        // Creations are not cancelled: an answer that is given up may stand for something that was made.
        cancellationToken.ThrowIfCancellationRequested();
        cleanup.PoolId = (await CreatePoolAsync()).Id;

        cancellationToken.ThrowIfCancellationRequested();
        var created = await client.Pools.CreateSandboxAsync(cleanup.PoolId, CancellationToken.None);
        Screen.Say($"Sandbox {created.Id} is claimed from it.");
        var sandbox = await screen.WaitAsync("Sandbox", report => client.WaitUntilRunningAsync(created.Id, Patience, new Report<SandboxInfo>(seen => report(StateOf(seen))), cancellationToken));

        await ShowLookupsAsync(sandbox, cancellationToken);
        await ShowAccessAsync(sandbox.Id, cancellationToken);
        await ShowListAsync(cleanup.PoolId, cancellationToken);
        await SnapshotAsync(sandbox.Id, cleanup, cancellationToken);
    }

    private async Task<CreatedSandboxPool> CreatePoolAsync()
    {
        var request = new CreateSandboxPoolRequest
        {
            Image = "python:3.14-slim",
            Resources = new SandboxResources { Cpus = 0.5, MemoryMb = 256 },
            Entrypoint = ["sleep", "600"],
            Timeout = TimeSpan.FromMinutes(10),
            MaxContainers = 2,
            UnauthenticatedRoutes = PublicPaths,
        };
        try
        {
            var pool = await client.Pools.CreateAsync(request, CancellationToken.None);
            Screen.Say($"Pool {pool.Id} is made; {string.Join(" and ", PublicPaths)} of its sandboxes need no credentials.");
            return pool;
        }
        catch (SandboxFeatureNotSupportedException error) when (error is { StatusCode: HttpStatusCode.OK, LeftBehindId: null })
        {
            // A server of another generation: it dropped the paths; the client noticed, and deleted the pool.
            Screen.Say("This server keeps no public paths: everything in its sandboxes needs credentials.");
            var pool = await client.Pools.CreateAsync(request with { UnauthenticatedRoutes = [] }, CancellationToken.None);
            Screen.Say($"Pool {pool.Id} is made without them.");
            return pool;
        }
    }

    private static string StateOf(SandboxInfo sandbox) => sandbox.PendingReason is { } reason ? $"{sandbox.Status} ({reason})" : sandbox.Status.Value;

    private async Task ShowLookupsAsync(SandboxInfo sandbox, CancellationToken cancellationToken)
    {
        var rows = new List<string[]> { Row("namespace and id", await client.Lookup.FindAsync(sandbox.Id, cancellationToken)) };
        try
        {
            rows.Add(Row("id alone", await client.Lookup.FindGlobalAsync(sandbox.Id, cancellationToken)));
        }
        catch (SandboxFeatureNotSupportedException)
        {
            rows.Add(["id alone", "an older server: it has no such lookup", "", ""]);
        }

        screen.Table("What a proxy is told", ["by", "status", "address", "public paths"], rows);

        static string[] Row(string by, SandboxLookup? found) =>
        [
            by,
            found?.Status.Value ?? "not found",
            found?.DataplaneApiAddress ?? "none",
            found?.UnauthenticatedRoutes is { } routes ? string.Join(" ", routes) : "not said: everything needs credentials",
        ];
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
        try
        {
            var snapshot = await screen.WaitAsync(
                "Snapshot", report => client.Snapshots.WaitUntilCompletedAsync(begun.Id, Patience, new Report<SnapshotInfo>(seen => report(seen.Status.Value)), cancellationToken));
            Screen.Say($"Snapshot {snapshot.Id} has {snapshot.SizeBytes:N0} bytes; it has ended the sandbox, as every snapshot does.");
        }
        catch (SandboxSnapshotFailedException error)
        {
            Screen.Say(error.Message);
        }
    }
}
