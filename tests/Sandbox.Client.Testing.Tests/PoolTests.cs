using System.Net;
using System.Text.Json;
using Sandbox.Client.Testing.Tests.Support;

namespace Sandbox.Client.Testing.Tests;

public sealed class PoolTests
{
    [Fact]
    public async Task A_claim_of_a_warm_container_runs_at_once_and_the_pool_is_filled_up()
    {
        await using var api = await Api.StartAsync();
        var pool = await api.CreatePoolAsync("""{"image":"i","warm_containers":1,"max_containers":3}""");
        Assert.Equal(["pending"], await ContainersAsync(api, pool));
        api.Advance(1);
        Assert.Equal(["running"], await ContainersAsync(api, pool));
        var warm = (await api.PoolAsync(pool)).GetProperty("containers")[0].GetProperty("id").GetString();

        var id = await api.ClaimAsync(pool);
        Assert.Equal("running", await api.StateAsync(id));
        Assert.Equal(warm, (await api.SandboxAsync(id)).GetProperty("container_id").GetString());
        Assert.Equal([$"running {id}", "pending"], await ContainersAsync(api, pool));
    }

    [Fact]
    public async Task A_claim_of_a_container_that_still_starts_runs_with_it()
    {
        await using var api = await Api.StartAsync();
        var pool = await api.CreatePoolAsync("""{"image":"i","warm_containers":1}""");
        api.Advance(0.5);
        var id = await api.ClaimAsync(pool);
        Assert.Equal("pending waiting_for_container", await api.StateAsync(id));
        api.Advance(0.5);
        Assert.Equal("running", await api.StateAsync(id));
    }

    [Fact]
    public async Task A_warm_container_never_expires_and_a_claim_starts_its_clock()
    {
        await using var api = await Api.StartAsync();
        var pool = await api.CreatePoolAsync("""{"image":"i","warm_containers":1,"timeout_secs":10}""");
        api.Advance(1_000);
        var id = await api.ClaimAsync(pool);
        api.Advance(9);
        Assert.Equal("running", await api.StateAsync(id));
        api.Advance(1);
        Assert.Equal("terminated Success(Timeout)", await api.StateAsync(id));
    }

    [Fact]
    public async Task Warm_and_claimed_containers_together_stay_within_the_limit()
    {
        await using var api = await Api.StartAsync();
        var pool = await api.CreatePoolAsync("""{"image":"i","warm_containers":2,"max_containers":3}""");
        api.Advance(1);
        var first = await api.ClaimAsync(pool);
        var second = await api.ClaimAsync(pool);
        Assert.Equal(3, (await ContainersAsync(api, pool)).Count);
        api.Advance(1);
        var third = await api.ClaimAsync(pool);
        var fourth = await api.ClaimAsync(pool);
        Assert.Equal("pending pool_at_capacity", await api.StateAsync(fourth));
        Assert.Equal([$"running {first}", $"running {second}", $"running {third}"], await ContainersAsync(api, pool));
    }

    [Theory]
    [InlineData(ServerDialect.Ports, "running")]
    [InlineData(ServerDialect.Routes, "pending pool_at_capacity")]
    [InlineData(ServerDialect.Older, "pending pool_at_capacity")]
    public async Task A_freed_place_in_a_full_pool_is_taken_only_by_the_ports_dialect(ServerDialect dialect, string expected)
    {
        await using var api = await Api.StartAsync(o => o.Dialect = dialect);
        var pool = await api.CreatePoolAsync("""{"image":"i","max_containers":1}""");
        var first = await api.ClaimAsync(pool);
        var second = await api.ClaimAsync(pool);
        Assert.Equal("pending pool_at_capacity", await api.StateAsync(second));

        await api.DeleteAsync($"sandboxes/{first}");
        api.Advance(1);
        Assert.Equal(expected, await api.StateAsync(second));
    }

    [Fact]
    public async Task An_update_changes_the_warm_count_and_not_the_containers()
    {
        await using var api = await Api.StartAsync();
        var pool = await api.CreatePoolAsync("""{"image":"old","warm_containers":3}""");
        api.Advance(1);
        Assert.Equal(3, (await ContainersAsync(api, pool)).Count);

        await UpdateAsync(api, pool, """{"image":"new","warm_containers":1}""");
        Assert.Equal(["running"], await ContainersAsync(api, pool));
        await UpdateAsync(api, pool, """{"image":"new"}""");
        Assert.Equal(["running"], await ContainersAsync(api, pool)); // No count: what there is is kept.
        await UpdateAsync(api, pool, """{"image":"new","warm_containers":0}""");
        Assert.Empty(await ContainersAsync(api, pool));
    }

    [Fact]
    public async Task A_pool_is_deleted_only_without_live_sandboxes_and_takes_its_warm_containers_along()
    {
        await using var api = await Api.StartAsync(o => o.CpusPerExecutor = 2);
        var pool = await api.CreatePoolAsync("""{"image":"i","warm_containers":2}""");
        var id = await api.ClaimAsync(pool);
        var waiting = await api.CreateSandboxAsync("""{"resources":{"cpus":2}}""");
        var refused = await api.SendAsync(HttpMethod.Delete, $"sandbox-pools/{pool}");
        Assert.Equal((HttpStatusCode.Conflict, $"Cannot delete pool '{pool}': active sandbox(es) are using it"), refused);

        await api.DeleteAsync($"sandboxes/{id}");
        Assert.Equal("pending no_resources_available", await api.StateAsync(waiting)); // The pool was filled up again.
        await api.DeleteAsync($"sandbox-pools/{pool}");
        Assert.Equal("pending waiting_for_container", await api.StateAsync(waiting));
        Assert.Equal((HttpStatusCode.NotFound, "Sandbox pool not found"), await api.SendAsync(HttpMethod.Delete, $"sandbox-pools/{pool}"));
    }

    [Fact]
    public async Task A_warm_container_that_cannot_start_is_dropped()
    {
        await using var api = await Api.StartAsync(o => o.StartupDelay = TimeSpan.Zero);
        var pool = await api.CreatePoolAsync("""{"image":"registry.invalid/none","warm_containers":2}""");
        Assert.Empty(await ContainersAsync(api, pool));
    }

    [Fact]
    public async Task Removed_executors_take_the_warm_containers_and_added_ones_bring_new_ones()
    {
        await using var api = await Api.StartAsync();
        var pool = await api.CreatePoolAsync("""{"image":"i","warm_containers":2}""");
        api.Advance(1);
        api.Emulator.RemoveExecutors();
        Assert.Empty(await ContainersAsync(api, pool));
        api.Emulator.AddExecutors();
        Assert.Equal(["pending", "pending"], await ContainersAsync(api, pool));
    }

    private static async Task UpdateAsync(Api api, string pool, string body)
    {
        var (status, text) = await api.SendAsync(HttpMethod.Put, $"sandbox-pools/{pool}", body);
        Assert.True(status == HttpStatusCode.OK, text);
    }

    /// <summary>State and, where there is one, sandbox of each container.</summary>
    private static async Task<List<string>> ContainersAsync(Api api, string pool) =>
    [
        .. (await api.PoolAsync(pool)).GetProperty("containers").EnumerateArray().Select(Describe),
    ];

    private static string Describe(JsonElement container) => $"{container.GetProperty("state")} {container.GetProperty("sandbox_id")}".TrimEnd();
}
