using System.Net;
using Sandbox.Client.Errors;
using Sandbox.Client.Models;
using Sandbox.Client.Testing;
using Sandbox.Client.Tests.Support;

namespace Sandbox.Client.Tests.Creation;

/// <summary>A security setting that a server does not know must not vanish without a word.</summary>
public sealed class AccessVerificationTests
{
    private static readonly CreateSandboxRequest WithRoutes = new() { UnauthenticatedRoutes = ["/api/public", "/health/"] };
    private static readonly CreateSandboxRequest WithAccess = new() { AllowUnauthenticatedAccess = true };
    private static readonly CreateSandboxRequest WithPorts = new() { ExposedPorts = [8080, 3000] };
    private static readonly CreateSandboxRequest WithNoPorts = new() { ExposedPorts = [] };
    private static readonly CreateSandboxRequest WithAll = new() { UnauthenticatedRoutes = ["/api"], AllowUnauthenticatedAccess = true, ExposedPorts = [8080] };

    public static TheoryData<ServerDialect, string, string?> Cases => new()
    {
        { ServerDialect.Routes, nameof(WithRoutes), null },
        { ServerDialect.Ports, nameof(WithAccess), null },
        { ServerDialect.Ports, nameof(WithPorts), null },
        { ServerDialect.Ports, nameof(WithNoPorts), null },
        { ServerDialect.Ports, nameof(WithRoutes), "UnauthenticatedRoutes (unauthenticated_routes). It speaks the ports dialect." },
        { ServerDialect.Older, nameof(WithRoutes), "UnauthenticatedRoutes (unauthenticated_routes). It speaks the routes dialect, or is older." },
        { ServerDialect.Routes, nameof(WithAccess), "AllowUnauthenticatedAccess (allow_unauthenticated_access). It speaks the routes dialect, or is older." },
        { ServerDialect.Older, nameof(WithPorts), "ExposedPorts (exposed_ports). It speaks the routes dialect, or is older." },
        { ServerDialect.Routes, nameof(WithNoPorts), "ExposedPorts (exposed_ports). It speaks the routes dialect, or is older." },
        { ServerDialect.Routes, nameof(WithAll), "AllowUnauthenticatedAccess (allow_unauthenticated_access) and ExposedPorts (exposed_ports). It speaks the routes dialect." },
        { ServerDialect.Ports, nameof(WithAll), "UnauthenticatedRoutes (unauthenticated_routes). It speaks the ports dialect." },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_sandbox_without_what_was_asked_for_is_deleted_and_named(ServerDialect dialect, string request, string? lost)
    {
        await using var emulator = await SandboxEmulator.StartAsync(new SandboxEmulatorOptions { Dialect = dialect });
        using var client = emulator.CreateClient();

        var error = await Record.ExceptionAsync(() => client.CreateAsync(Request(request)));

        if (lost is null)
        {
            Assert.Null(error);
            Assert.Single(emulator.GetLiveSandboxes());
            return;
        }

        var failure = Assert.IsType<SandboxFeatureNotSupportedException>(error);
        Assert.Contains($"the server did not keep {lost}", failure.Message, StringComparison.Ordinal);
        Assert.Equal(("sandboxes.create", OperationOutcome.Definite, null), (failure.Operation, failure.Outcome, failure.LeftBehindId));
        Assert.Empty(emulator.GetLiveSandboxes());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_same_holds_for_pools(ServerDialect dialect, string request, string? lost)
    {
        await using var emulator = await SandboxEmulator.StartAsync(new SandboxEmulatorOptions { Dialect = dialect });
        using var client = emulator.CreateClient();
        var access = Request(request);
        var pool = new CreateSandboxPoolRequest
        {
            Image = "i",
            UnauthenticatedRoutes = access.UnauthenticatedRoutes,
            AllowUnauthenticatedAccess = access.AllowUnauthenticatedAccess,
            ExposedPorts = access.ExposedPorts,
        };

        var error = await Record.ExceptionAsync(() => client.Pools.CreateAsync(pool));

        Assert.Equal(lost is null ? 1 : 0, (await client.Pools.ListAsync().ToListAsync()).Count);
        if (lost is null)
        {
            Assert.Null(error);
            return;
        }

        Assert.Contains($"pools.create failed: the server did not keep {lost}", Assert.IsType<SandboxFeatureNotSupportedException>(error).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replaced_pool_stays_replaced_and_the_error_says_so()
    {
        await using var emulator = await SandboxEmulator.StartAsync();
        using var client = emulator.CreateClient();
        var created = await client.Pools.CreateAsync(new CreateSandboxPoolRequest { Image = "old" });
        var change = UpdateSandboxPoolRequest.From(new CreateSandboxPoolRequest { Image = "new", UnauthenticatedRoutes = ["/api"] });

        var error = await Assert.ThrowsAsync<SandboxFeatureNotSupportedException>(() => client.Pools.UpdateAsync(created.Id, change));

        Assert.Contains("The rest of the change is in force", error.Message, StringComparison.Ordinal);
        Assert.Equal("new", (await client.Pools.GetAsync(created.Id)).Pool.Image);
    }

    [Fact]
    public async Task It_can_be_turned_off()
    {
        await using var emulator = await SandboxEmulator.StartAsync();
        using var client = emulator.CreateClient(options => options.VerifyAccessSettings = false);
        var pool = await client.Pools.CreateAsync(new CreateSandboxPoolRequest { Image = "i", UnauthenticatedRoutes = ["/api"] });

        await client.CreateAsync(WithRoutes);
        await client.Pools.UpdateAsync(pool.Id, UpdateSandboxPoolRequest.From(new CreateSandboxPoolRequest { Image = "i", UnauthenticatedRoutes = ["/api"] }));

        Assert.Single(emulator.GetLiveSandboxes());
    }

    [Fact]
    public async Task What_equals_absence_is_not_read_back()
    {
        await using var emulator = await SandboxEmulator.StartAsync(new SandboxEmulatorOptions { Dialect = ServerDialect.Older });
        var handler = new HookHandler();
        using var client = new SandboxClient(handler, new SandboxClientOptions { Endpoint = emulator.Endpoint });

        await client.CreateAsync(new CreateSandboxRequest { UnauthenticatedRoutes = [], AllowUnauthenticatedAccess = false, ExposedPorts = ExposedPorts.DaemonOnly });

        Assert.Equal(["POST"], handler.Methods);
    }

    [Fact]
    public async Task A_sandbox_that_cannot_be_read_back_is_deleted()
    {
        await using var emulator = await SandboxEmulator.StartAsync(new SandboxEmulatorOptions { Dialect = ServerDialect.Routes });
        var handler = new HookHandler((request, send) => request.Method == HttpMethod.Get ? Refuse() : send());
        using var client = new SandboxClient(handler, new SandboxClientOptions { Endpoint = emulator.Endpoint });

        var error = await Assert.ThrowsAsync<SandboxPermissionDeniedException>(() => client.CreateAsync(WithRoutes));

        Assert.Equal(("sandboxes.create", OperationOutcome.Definite, 2), (error.Operation, error.Outcome, error.Attempts));
        Assert.StartsWith("sandboxes.create failed after the sandbox was made; it is deleted again. sandboxes.get failed", error.Message, StringComparison.Ordinal);
        Assert.Equal(["POST", "GET", "DELETE"], handler.Methods);
        Assert.Empty(emulator.GetLiveSandboxes());
    }

    [Fact]
    public async Task One_that_something_on_the_way_denies_is_deleted_all_the_same()
    {
        await using var emulator = await SandboxEmulator.StartAsync(new SandboxEmulatorOptions { Dialect = ServerDialect.Routes });
        var handler = new HookHandler((request, send) => request.Method == HttpMethod.Get ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StringContent("no") }) : send());
        using var client = new SandboxClient(handler, new SandboxClientOptions { Endpoint = emulator.Endpoint });

        await Assert.ThrowsAsync<SandboxNotFoundException>(() => client.CreateAsync(WithRoutes));
        await Assert.ThrowsAsync<SandboxNotFoundException>(() => client.CreateAndWaitAsync(new CreateSandboxRequest()));

        Assert.Empty(emulator.GetLiveSandboxes());
    }

    [Fact]
    public async Task A_pool_that_a_handler_fails_to_read_back_is_deleted()
    {
        await using var emulator = await SandboxEmulator.StartAsync(new SandboxEmulatorOptions { Dialect = ServerDialect.Routes });
        var handler = new HookHandler((request, send) => request.Method == HttpMethod.Get ? throw new NotSupportedException() : send());
        using var client = new SandboxClient(handler, new SandboxClientOptions { Endpoint = emulator.Endpoint });

        var error = await Assert.ThrowsAsync<SandboxException>(() => client.Pools.CreateAsync(new CreateSandboxPoolRequest { Image = "i", UnauthenticatedRoutes = ["/api"] }));

        Assert.Equal(("pools.create", OperationOutcome.Definite, null), (error.Operation, error.Outcome, error.LeftBehindId));
        using var direct = emulator.CreateClient();
        Assert.Empty(await direct.Pools.ListAsync().ToListAsync());
    }

    [Fact]
    public async Task One_that_cannot_be_deleted_either_is_named()
    {
        await using var emulator = await SandboxEmulator.StartAsync();
        var handler = new HookHandler((request, send) => request.Method == HttpMethod.Delete ? Refuse() : send());
        using var client = new SandboxClient(handler, new SandboxClientOptions { Endpoint = emulator.Endpoint });

        var sandbox = await Assert.ThrowsAsync<SandboxFeatureNotSupportedException>(() => client.CreateAsync(WithRoutes));
        var pool = await Assert.ThrowsAsync<SandboxFeatureNotSupportedException>(() => client.Pools.CreateAsync(new CreateSandboxPoolRequest { Image = "i", UnauthenticatedRoutes = ["/api"] }));

        var left = Assert.Single(emulator.GetLiveSandboxes());
        Assert.Equal(left.Id, sandbox.LeftBehindId);
        Assert.IsType<SandboxPermissionDeniedException>(sandbox.CleanupFailure);
        Assert.Contains($"{left.Id} could not be deleted and may still run", sandbox.Message, StringComparison.Ordinal);
        Assert.Equal((await client.Pools.ListAsync().SingleAsync()).Id, pool.LeftBehindId);
    }

    [Fact]
    public async Task Cancelling_while_it_is_read_back_tells_the_id()
    {
        await using var emulator = await SandboxEmulator.StartAsync(new SandboxEmulatorOptions { Dialect = ServerDialect.Routes });
        using var source = new CancellationTokenSource();
        var handler = new HookHandler(async (request, send) =>
        {
            if (request.Method == HttpMethod.Get)
            {
                await source.CancelAsync();
            }

            return await send();
        });
        using var client = new SandboxClient(handler, new SandboxClientOptions { Endpoint = emulator.Endpoint });

        var error = await Assert.ThrowsAsync<SandboxOperationCanceledException>(() => client.CreateAsync(WithRoutes, source.Token));

        Assert.Equal((source.Token, OperationOutcome.Definite, Assert.Single(emulator.GetLiveSandboxes()).Id), (error.CancellationToken, error.Outcome, error.Id));
    }

    private static Task<HttpResponseMessage> Refuse() => Task.FromResult(new HttpResponseMessage(HttpStatusCode.Forbidden) { Content = new StringContent("no") });

    private static CreateSandboxRequest Request(string name) => name switch
    {
        nameof(WithRoutes) => WithRoutes,
        nameof(WithAccess) => WithAccess,
        nameof(WithPorts) => WithPorts,
        nameof(WithNoPorts) => WithNoPorts,
        _ => WithAll,
    };
}
