using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Sandbox.Client.Errors;
using Sandbox.Client.Leasing;
using Sandbox.Client.Models;
using Sandbox.Client.Testing;
using Sandbox.Client.Tests.Support;

namespace Sandbox.Client.Tests.Leasing;

public sealed class SandboxLeaseTests
{
    private static readonly CreateSandboxRequest Request = new() { Image = "i" };

    [Fact]
    public async Task The_end_of_a_lease_deletes_its_sandbox_once()
    {
        await using var emulator = await SandboxEmulator.StartAsync();
        var handler = new HookHandler();
        await using var client = Client(emulator, handler);

        await using (var lease = await client.AcquireAsync(Request))
        {
            Assert.Equal(lease.Id, Assert.Single(emulator.GetLiveSandboxes()).Id);
            Assert.Equal(SandboxStatus.Running, lease.Sandbox.Status);
            await lease.DisposeAsync();
            Assert.Throws<InvalidOperationException>(() => lease.Keep());
        }

        Assert.Empty(emulator.GetLiveSandboxes());
        Assert.Equal(1, handler.Methods.Count(method => method == "DELETE"));
    }

    [Fact]
    public async Task What_is_kept_is_not_deleted()
    {
        await using var emulator = await SandboxEmulator.StartAsync();
        SandboxInfo kept;
        await using (var client = Client(emulator, new HookHandler()))
        {
            await using var lease = await client.AcquireAsync(Request);
            kept = lease.Keep();
        }

        Assert.Equal(kept.Id, Assert.Single(emulator.GetLiveSandboxes()).Id);
    }

    [Fact]
    public async Task A_sandbox_that_is_gone_is_no_failure()
    {
        await using var emulator = await SandboxEmulator.StartAsync();
        await using var client = Client(emulator, new HookHandler());
        var sandbox = await client.CreateAndWaitAsync(Request);

        await using var ended = new SandboxLease(client, sandbox);
        await using var unknown = new SandboxLease(client, sandbox with { Id = "nobody" });
        await client.DeleteAsync(sandbox.Id);
    }

    [Fact]
    public async Task Disposing_the_client_without_waiting_tells_of_leases_that_are_open()
    {
        await using var emulator = await SandboxEmulator.StartAsync();
        var reports = new List<string>();
        var client = emulator.CreateClient(options => options.OnLeaseNotDeleted = (lease, error) => reports.Add($"{lease.Id} {error.LeftBehindId} {error.Message}"));
        var lease = await client.AcquireAsync(Request);

        client.Dispose();

        Assert.StartsWith($"{lease.Id} {lease.Id} The client was disposed with Dispose while a lease was open", Assert.Single(reports), StringComparison.Ordinal);
        Assert.Single(emulator.GetLiveSandboxes());
    }

    [Fact]
    public async Task A_host_that_runs_out_of_time_names_what_still_runs()
    {
        await using var emulator = await SandboxEmulator.StartAsync();
        var deleting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddSandboxClient(options => options.Endpoint = emulator.Endpoint).AddHttpMessageHandler(() => new StallHandler(deleting, goOn));
        using var host = builder.Build();
        await host.StartAsync();
        var lease = await host.Services.GetRequiredService<SandboxClient>().AcquireAsync(Request);
        using var patience = new CancellationTokenSource();

        var stopping = host.StopAsync(patience.Token);
        await deleting.Task;
        await patience.CancelAsync();
        var error = await Record.ExceptionAsync(() => stopping);

        var left = Assert.IsType<SandboxException>(Assert.Single(Assert.IsType<AggregateException>(error).Flatten().InnerExceptions));
        Assert.Equal(lease.Id, left.LeftBehindId);
        goOn.SetResult();
    }

    [Fact]
    public async Task A_deletion_that_fails_is_thrown_and_may_be_tried_again()
    {
        var fails = true;
        await using var emulator = await SandboxEmulator.StartAsync();
        await using var client = Client(emulator, new HookHandler((request, send) => fails && request.Method == HttpMethod.Delete ? Refuse() : send()));
        var lease = await client.AcquireAsync(Request);

        var error = await Assert.ThrowsAsync<SandboxPermissionDeniedException>(async () => await lease.DisposeAsync());
        fails = false;
        await lease.DisposeAsync();

        Assert.Equal(lease.Id, error.LeftBehindId);
        Assert.Contains($"{lease.Id} could not be deleted and may still run.", error.Message, StringComparison.Ordinal);
        Assert.Empty(emulator.GetLiveSandboxes());
    }

    [Fact]
    public async Task Who_wants_to_be_told_of_failures_keeps_the_exception_of_his_own_code()
    {
        var told = new List<(string Id, SandboxException Failure)>();
        await using var emulator = await SandboxEmulator.StartAsync();
        using var client = Client(
            emulator,
            new HookHandler((request, send) => request.Method == HttpMethod.Delete ? Refuse() : send()),
            options => options.OnLeaseNotDeleted = (lease, failure) => told.Add((lease.Id, failure)));

        await Assert.ThrowsAsync<TimeZoneNotFoundException>(async () =>
        {
            await using var lease = await client.AcquireAsync(Request);
            throw new TimeZoneNotFoundException();
        });

        var (id, failure) = Assert.Single(told);
        Assert.Equal(Assert.Single(emulator.GetLiveSandboxes()).Id, id);
        Assert.IsType<SandboxPermissionDeniedException>(failure);
    }

    [Fact]
    public async Task The_end_of_the_client_ends_its_leases_and_those_of_its_views()
    {
        await using var emulator = await SandboxEmulator.StartAsync();
        var client = Client(emulator, new HookHandler());
        var lease = await client.AcquireAsync(Request);
        await client.InNamespace("other").AcquireAsync(Request);
        await client.InNamespace("other").DisposeAsync();
        Assert.Equal(2, emulator.GetLiveSandboxes().Count);

        await client.DisposeAsync();
        await client.DisposeAsync();

        Assert.Empty(emulator.GetLiveSandboxes());
        await lease.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.AcquireAsync(Request));
        Assert.Throws<ObjectDisposedException>(() => new SandboxLease(client, lease.Sandbox));
    }

    [Fact]
    public async Task The_end_of_the_client_cancels_what_is_being_acquired()
    {
        await using var emulator = await SandboxEmulator.StartAsync(new SandboxEmulatorOptions { ExecutorCount = 0 });
        var looked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var client = Client(emulator, new HookHandler((request, send) =>
        {
            _ = request.Method == HttpMethod.Get && looked.TrySetResult();
            return send();
        }));

        var acquiring = client.AcquireAsync(Request);
        await looked.Task;
        await client.DisposeAsync();

        var error = await Assert.ThrowsAsync<SandboxOperationCanceledException>(() => acquiring);
        Assert.True(error.CancellationToken.IsCancellationRequested);
        Assert.Empty(emulator.GetLiveSandboxes());
    }

    [Fact]
    public async Task The_end_of_the_client_tells_what_it_could_not_delete()
    {
        await using var emulator = await SandboxEmulator.StartAsync();
        var client = Client(emulator, new HookHandler((request, send) => request.Method == HttpMethod.Delete ? Refuse() : send()));
        await client.AcquireAsync(Request);
        await client.AcquireAsync(Request);

        var error = await Assert.ThrowsAsync<AggregateException>(async () => await client.DisposeAsync());

        Assert.Equal(
            emulator.GetLiveSandboxes().Select(sandbox => sandbox.Id).Order(StringComparer.Ordinal),
            error.InnerExceptions.Select(failure => Assert.IsType<SandboxPermissionDeniedException>(failure).LeftBehindId!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Cancelling_an_acquisition_keeps_the_callers_token()
    {
        await using var emulator = await SandboxEmulator.StartAsync();
        await using var client = Client(emulator, new HookHandler());
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        var error = await Assert.ThrowsAsync<SandboxOperationCanceledException>(() => client.AcquireAsync(Request, cancellationToken: source.Token));

        Assert.Equal(source.Token, error.CancellationToken);
    }

    [Fact]
    public async Task The_end_of_the_host_ends_the_leases_of_all_its_clients()
    {
        await using var emulator = await SandboxEmulator.StartAsync();
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddSandboxClient(options => options.Endpoint = emulator.Endpoint);
        builder.Services.AddSandboxClient("other", options =>
        {
            options.Endpoint = emulator.Endpoint;
            options.Namespace = "other";
        });
        using var host = builder.Build();
        await host.StartAsync();
        await host.Services.GetRequiredService<SandboxClient>().AcquireAsync(Request);
        await host.Services.GetRequiredKeyedService<SandboxClient>("other").AcquireAsync(Request);
        Assert.Equal(2, emulator.GetLiveSandboxes().Count);

        await host.StopAsync();

        Assert.Empty(emulator.GetLiveSandboxes());
    }

    [Fact]
    public async Task A_claimed_sandbox_can_be_leased()
    {
        await using var emulator = await SandboxEmulator.StartAsync();
        await using var client = Client(emulator, new HookHandler());
        var pool = await client.Pools.CreateAsync(new CreateSandboxPoolRequest { Image = "i" });

        await using (var lease = await client.Pools.AcquireAsync(pool.Id))
        {
            Assert.Equal(pool.Id, lease.Sandbox.PoolId);
        }

        Assert.Empty(emulator.GetLiveSandboxes());
    }

    [Fact]
    public async Task A_lease_of_a_stand_in_deletes_through_the_stand_in()
    {
        using var client = new StandIn();

        await using (new SandboxLease(client, new SandboxInfo { Id = "a", Namespace = "default", Image = "i" }))
        {
        }

        Assert.Equal(["a"], client.Deleted);
    }

    private static SandboxClient Client(SandboxEmulator emulator, HttpMessageHandler handler, Action<SandboxClientOptions>? configure = null)
    {
        var options = new SandboxClientOptions { Endpoint = emulator.Endpoint };
        configure?.Invoke(options);
        return new SandboxClient(handler, options);
    }

    private static Task<HttpResponseMessage> Refuse() => Task.FromResult(new HttpResponseMessage(HttpStatusCode.Forbidden) { Content = new StringContent("no") });

    private sealed class StandIn : SandboxClient
    {
        public List<string> Deleted { get; } = [];

        public override Task DeleteAsync(string id, CancellationToken cancellationToken = default)
        {
            Deleted.Add(id);
            return Task.CompletedTask;
        }
    }

    /// <summary>Tells of a deletion, and holds it.</summary>
    private sealed class StallHandler(TaskCompletionSource deleting, TaskCompletionSource goOn) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method == HttpMethod.Delete)
            {
                deleting.TrySetResult();
                await goOn.Task.WaitAsync(cancellationToken);
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }
}
