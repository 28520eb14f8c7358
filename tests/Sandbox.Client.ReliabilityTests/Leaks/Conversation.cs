using Sandbox.Client.Errors;
using Sandbox.Client.Models;

namespace Sandbox.Client.ReliabilityTests.Leaks;

/// <summary>A call that makes something, in several requests.</summary>
public sealed class Conversation
{
    private static readonly CreateSandboxRequest Plain = new() { Image = "i" };
    private static readonly CreateSandboxRequest WithRoutes = new() { Image = "i", UnauthenticatedRoutes = ["/api/"] };
    private static readonly CreateSandboxPoolRequest PoolWithRoutes = new() { Image = "i", UnauthenticatedRoutes = ["/api/"] };

    // Of another dialect than the server's, which drops it.
    private static readonly CreateSandboxRequest Open = new() { Image = "i", AllowUnauthenticatedAccess = true };
    private static readonly CreateSandboxPoolRequest OpenPool = new() { Image = "i", AllowUnauthenticatedAccess = true };

    private readonly Func<SandboxClient, string, CancellationToken, Task<string?>> _run;

    private Conversation(string name, Func<SandboxClient, string, CancellationToken, Task<string?>> run)
    {
        Name = name;
        _run = run;
    }

    /// <summary>Those that promise to leave nothing behind.</summary>
    public static IReadOnlyList<Conversation> All { get; } =
    [
        new("create and wait", async (client, _, token) => (await client.CreateAndWaitAsync(Plain, cancellationToken: token)).Id) { SeesCreationThrough = true },
        new("create and wait, with public paths", async (client, _, token) => (await client.CreateAndWaitAsync(WithRoutes, cancellationToken: token)).Id) { SeesCreationThrough = true },
        new("create and wait, with a listener that throws", async (client, _, token) =>
        {
            await ExpectAsync<ListenerException>(client.CreateAndWaitAsync(Plain, progress: new ThrowingListener(), cancellationToken: token));
            return null;
        })
        {
            SeesCreationThrough = true,
        },
        new("create and wait, with a setting that the server drops", async (client, _, token) =>
        {
            await ExpectAsync<SandboxFeatureNotSupportedException>(client.CreateAndWaitAsync(Open, cancellationToken: token));
            return null;
        })
        {
            SeesCreationThrough = true,
        },
        new("create with a setting that the server drops", async (client, _, token) =>
        {
            await ExpectAsync<SandboxFeatureNotSupportedException>(client.CreateAsync(Open, token));
            return null;
        }),
        new("create with public paths", async (client, _, token) => (await client.CreateAsync(WithRoutes, token)).Id),
        new("lease", async (client, _, token) =>
        {
            await using var lease = await client.AcquireAsync(Plain, cancellationToken: token);
            return null;
        })
        {
            SeesCreationThrough = true,
        },
        new("lease from a pool", async (client, poolId, token) =>
        {
            await using var lease = await client.Pools.AcquireAsync(poolId, cancellationToken: token);
            return null;
        })
        {
            NeedsPool = true,
            SeesCreationThrough = true,
        },
        new("create a pool with public paths", async (client, _, token) => (await client.Pools.CreateAsync(PoolWithRoutes, token)).Id) { MakesPool = true },
        new("create a pool with a setting that the server drops", async (client, _, token) =>
        {
            await ExpectAsync<SandboxFeatureNotSupportedException>(client.Pools.CreateAsync(OpenPool, token));
            return null;
        })
        {
            MakesPool = true,
        },
    ];

    /// <summary>What a program does that knows nothing of leaks.</summary>
    public static Conversation Careless { get; } = new("careless", async (client, _, token) =>
    {
        var created = await client.CreateAsync(Plain, token);
        return (await client.GetAsync(created.Id, token)).Id;
    });

    public string Name { get; }

    public bool NeedsPool { get; private init; }

    public bool MakesPool { get; private init; }

    /// <summary>Whether a creation that has left is waited for also when the caller cancels, so that its id is known.</summary>
    public bool SeesCreationThrough { get; private init; }

    /// <summary>Has the whole conversation.</summary>
    /// <returns>The id of what is handed over; null when nothing is.</returns>
    public Task<string?> RunAsync(SandboxClient client, string poolId, CancellationToken cancellationToken) => _run(client, poolId, cancellationToken);

    public override string ToString() => Name;

    // The failure that the whole conversation ends in when nothing else goes wrong.
    private static async Task ExpectAsync<TException>(Task call)
        where TException : Exception
    {
        try
        {
            await call;
        }
        catch (TException error) when (error is not SandboxException { LeftBehindId: not null })
        {
            return;
        }

        throw new InvalidOperationException($"There was no {typeof(TException).Name}.");
    }

    private sealed class ListenerException : Exception;

    private sealed class ThrowingListener : IProgress<SandboxInfo>
    {
        public void Report(SandboxInfo value) => throw new ListenerException();
    }
}
