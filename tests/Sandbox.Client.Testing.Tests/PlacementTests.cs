using System.Net;
using Sandbox.Client.Testing.Tests.Support;

namespace Sandbox.Client.Testing.Tests;

public sealed class PlacementTests
{
    [Fact]
    public async Task Without_executors_a_sandbox_waits_until_one_is_added()
    {
        await using var api = await Api.StartAsync(o => o.ExecutorCount = 0);
        var id = await api.CreateSandboxAsync("""{"resources":{"cpus":512}}""");
        Assert.Equal("pending no_executors_available", await api.StateAsync(id));

        api.Emulator.AddExecutors();
        Assert.Equal("pending no_resources_available", await api.StateAsync(id));
    }

    [Fact]
    public async Task Added_executors_take_the_oldest_sandboxes_first()
    {
        await using var api = await Api.StartAsync(o =>
        {
            o.ExecutorCount = 0;
            o.CpusPerExecutor = 1;
        });
        var ids = new List<string>();
        for (var count = 0; count < 4; count++)
        {
            ids.Add(await api.CreateSandboxAsync());
        }

        api.Emulator.AddExecutors(2);
        var states = await Task.WhenAll(ids.Select(api.StateAsync));
        Assert.Equal(
            ["pending waiting_for_container", "pending waiting_for_container", "pending no_resources_available", "pending no_resources_available"], states);
    }

    [Theory]
    [InlineData("""{"cpus":65}""")]
    [InlineData("""{"memory_mb":262145}""")]
    [InlineData("""{"ephemeral_disk_mb":1048577}""")]
    [InlineData("""{"gpus":[{"count":1,"model":"H100"}]}""")]
    public async Task What_no_executor_can_hold_stays_pending(string resources)
    {
        await using var api = await Api.StartAsync();
        var id = await api.CreateSandboxAsync($$"""{"resources":{{resources}}}""");
        api.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("pending no_resources_available", await api.StateAsync(id));
    }

    [Fact]
    public async Task A_deleted_sandbox_makes_room_for_the_oldest_that_fits()
    {
        await using var api = await Api.StartAsync(o => o.CpusPerExecutor = 2);
        var running = await api.CreateSandboxAsync("""{"resources":{"cpus":2}}""");
        var tooLarge = await api.CreateSandboxAsync("""{"resources":{"cpus":3}}""");
        var older = await api.CreateSandboxAsync("""{"resources":{"cpus":2}}""");
        var younger = await api.CreateSandboxAsync("""{"resources":{"cpus":2}}""");

        await api.DeleteAsync($"sandboxes/{running}");
        Assert.Equal("pending no_resources_available", await api.StateAsync(tooLarge));
        Assert.Equal("pending waiting_for_container", await api.StateAsync(older));
        Assert.Equal("pending no_resources_available", await api.StateAsync(younger));
    }

    [Fact]
    public async Task Removed_executors_end_their_sandboxes_and_leave_waiting_ones_pending()
    {
        await using var api = await Api.StartAsync(o => o.CpusPerExecutor = 2);
        var running = await api.CreateSandboxAsync();
        api.Advance(1);
        var starting = await api.CreateSandboxAsync();
        var waiting = await api.CreateSandboxAsync();

        api.Emulator.RemoveExecutors();
        Assert.Equal("terminated Failure(ExecutorRemoved)", await api.StateAsync(running));
        Assert.Equal("terminated Failure(ExecutorRemoved)", await api.StateAsync(starting));
        Assert.Equal("pending no_executors_available", await api.StateAsync(waiting));
        Assert.Equal("executor-1", (await api.SandboxAsync(running)).GetProperty("executor_id").GetString());
        var lookup = await api.SendAsync(HttpMethod.Get, $"/internal/v1/sandboxes/{running}");
        Assert.Equal((HttpStatusCode.NotFound, "Sandbox not found"), lookup);

        api.Emulator.AddExecutors();
        api.Advance(1);
        Assert.Equal("running", await api.StateAsync(waiting));
        Assert.Equal("executor-2", (await api.SandboxAsync(waiting)).GetProperty("executor_id").GetString());
        Assert.Equal("terminated Failure(ExecutorRemoved)", await api.StateAsync(starting));
    }
}
