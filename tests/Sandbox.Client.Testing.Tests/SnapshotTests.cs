using System.Net;
using Sandbox.Client.Testing.Tests.Support;

namespace Sandbox.Client.Testing.Tests;

public sealed class SnapshotTests
{
    private const string Body =
        """{"image":"i","resources":{"cpus":0.5,"memory_mb":128,"ephemeral_disk_mb":256},"entrypoint":["sleep"],"timeout_secs":0,"network":{}}""";

    [Fact]
    public async Task A_snapshot_completes_after_its_time_and_ends_the_sandbox_without_outcome()
    {
        await using var api = await Api.StartAsync();
        var (sandbox, snapshot) = await BeginAsync(api);
        Assert.Equal("snapshotting", await api.StateAsync(sandbox));
        var before = await api.GetAsync($"snapshots/{snapshot}");
        Assert.Equal("in_progress", before.GetProperty("status").GetString());
        Assert.False(before.TryGetProperty("snapshot_uri", out _));

        api.Advance(10);
        var after = await api.GetAsync($"snapshots/{snapshot}");
        Assert.Equal("completed", after.GetProperty("status").GetString());
        Assert.EndsWith($"/snapshots/t/{snapshot}.tar.zst", after.GetProperty("snapshot_uri").GetString(), StringComparison.Ordinal);
        Assert.Equal(85_704_044, after.GetProperty("size_bytes").GetInt64());
        Assert.Equal("terminated", await api.StateAsync(sandbox));
        Assert.Equal((HttpStatusCode.BadRequest, "Cannot snapshot a terminated sandbox"), await api.SendAsync(HttpMethod.Post, $"sandboxes/{sandbox}/snapshot"));
    }

    [Theory]
    [InlineData("", """{"cpus":1.0,"memory_mb":1024,"ephemeral_disk_mb":1024}""")]
    [InlineData(""","resources":{"cpus":0,"memory_mb":0,"ephemeral_disk_mb":0}""", """{"cpus":0.5,"memory_mb":128,"ephemeral_disk_mb":256}""")]
    [InlineData(""","resources":{"cpus":1}""", """{"cpus":1.0,"memory_mb":256,"ephemeral_disk_mb":1024}""")]
    public async Task A_restore_inherits_the_image_but_a_resource_only_where_it_asks_for_zero(string resources, string expected)
    {
        await using var api = await Api.StartAsync();
        var (_, snapshot) = await BeginAsync(api);
        api.Advance(10);
        var restored = await api.SandboxAsync(await api.CreateSandboxAsync($$"""{"snapshot_id":"{{snapshot}}"{{resources}}}"""));
        Assert.Equal("i", restored.GetProperty("image").GetString());
        Assert.Equal(expected, restored.GetProperty("resources").GetRawText());
        Assert.Equal(600, restored.GetProperty("timeout_secs").GetInt64());
        Assert.False(restored.TryGetProperty("network_policy", out _));
    }

    [Fact]
    public async Task Only_a_completed_snapshot_of_the_namespace_can_be_restored()
    {
        await using var api = await Api.StartAsync();
        var (_, snapshot) = await BeginAsync(api);
        var body = $$"""{"snapshot_id":"{{snapshot}}"}""";
        Assert.Equal((HttpStatusCode.BadRequest, "Snapshot is not completed"), await api.SendAsync(HttpMethod.Post, "sandboxes", body));
        api.Advance(10);
        var elsewhere = await api.SendAsync(HttpMethod.Post, "/v1/namespaces/other/sandboxes", body);
        Assert.Equal((HttpStatusCode.NotFound, "Snapshot not found"), elsewhere);
    }

    [Fact]
    public async Task A_timeout_does_not_end_a_sandbox_that_is_being_snapshotted()
    {
        await using var api = await Api.StartAsync();
        var sandbox = await api.CreateSandboxAsync("""{"timeout_secs":5}""");
        api.Advance(1);
        await api.SnapshotAsync(sandbox);
        api.Advance(9);
        Assert.Equal("snapshotting", await api.StateAsync(sandbox));
        api.Advance(1);
        Assert.Equal("terminated", await api.StateAsync(sandbox));
    }

    [Fact]
    public async Task Deleting_the_sandbox_fails_the_snapshot()
    {
        await using var api = await Api.StartAsync();
        var (sandbox, snapshot) = await BeginAsync(api);
        await api.DeleteAsync($"sandboxes/{sandbox}");
        Assert.Equal("terminated Success(UserTerminated)", await api.StateAsync(sandbox));
        api.Advance(10);
        var failed = await api.GetAsync($"snapshots/{snapshot}");
        Assert.Equal("failed", failed.GetProperty("status").GetString());
        Assert.Equal("Snapshot upload failed", failed.GetProperty("error").GetString());
    }

    [Fact]
    public async Task Deleting_the_snapshot_leaves_the_sandbox_in_it_until_that_is_deleted_too()
    {
        await using var api = await Api.StartAsync();
        var (sandbox, snapshot) = await BeginAsync(api);
        await api.DeleteAsync($"snapshots/{snapshot}");
        api.Advance(10_000);
        Assert.Equal("snapshotting", await api.StateAsync(sandbox));
        await api.DeleteAsync($"sandboxes/{sandbox}");
        Assert.Equal("terminated Success(UserTerminated)", await api.StateAsync(sandbox));
    }

    [Fact]
    public async Task Losing_the_executor_fails_the_snapshot()
    {
        await using var api = await Api.StartAsync();
        var (sandbox, snapshot) = await BeginAsync(api);
        api.Emulator.RemoveExecutors();
        Assert.Equal("terminated", await api.StateAsync(sandbox));
        Assert.Equal("Executor became unavailable during snapshot", (await api.GetAsync($"snapshots/{snapshot}")).GetProperty("error").GetString());
    }

    [Fact]
    public async Task An_idle_sandbox_can_be_made_to_fail_as_with_real_containers_and_stays_known_to_lookups()
    {
        await using var api = await Api.StartAsync(o => o.IdleSnapshotsFail = true);
        var (_, busy) = await BeginAsync(api);
        var idle = await api.CreateSandboxAsync("""{"timeout_secs":0}""");
        api.Advance(1);
        var snapshot = await api.SnapshotAsync(idle);
        api.Advance(10);
        Assert.Equal("completed", (await api.GetAsync($"snapshots/{busy}")).GetProperty("status").GetString());
        Assert.Equal("Snapshot upload failed", (await api.GetAsync($"snapshots/{snapshot}")).GetProperty("error").GetString());
        Assert.Equal("terminated", await api.StateAsync(idle));
        var (status, text) = await api.SendAsync(HttpMethod.Get, $"/internal/v1/sandboxes/{idle}");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("\"status\":\"terminated\"", text, StringComparison.Ordinal);
    }

    private static async Task<(string Sandbox, string Snapshot)> BeginAsync(Api api)
    {
        var sandbox = await api.CreateSandboxAsync(Body);
        api.Advance(1);
        return (sandbox, await api.SnapshotAsync(sandbox));
    }
}
