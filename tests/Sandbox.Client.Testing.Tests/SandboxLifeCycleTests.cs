using Sandbox.Client.Testing.Tests.Support;

namespace Sandbox.Client.Testing.Tests;

public sealed class SandboxLifeCycleTests
{
    [Fact]
    public async Task A_sandbox_waits_for_its_container_and_then_runs()
    {
        await using var api = await Api.StartAsync();
        var created = await api.PostAsync("sandboxes", "{}");
        Assert.Equal("scheduling", created.GetProperty("pending_reason").GetString());
        var id = created.GetProperty("sandbox_id").GetString()!;

        api.Advance(0.999);
        Assert.Equal("pending waiting_for_container", await api.StateAsync(id));

        api.Advance(0.001);
        var running = await api.SandboxAsync(id);
        Assert.Equal("running", running.GetProperty("status").GetString());
        Assert.Equal(id, running.GetProperty("container_id").GetString());
        Assert.Equal("executor-1", running.GetProperty("executor_id").GetString());
        Assert.Equal("http://127.0.0.1:8095", running.GetProperty("sandbox_url").GetString());
        Assert.False(running.TryGetProperty("pending_reason", out _));
        Assert.Equal(DateTimeOffset.UnixEpoch.AddDays(20_000).ToUnixTimeMilliseconds(), running.GetProperty("created_at").GetInt64());
    }

    [Fact]
    public async Task Without_delays_a_sandbox_runs_at_once()
    {
        await using var api = await Api.StartAsync(o => o.StartupDelay = TimeSpan.Zero);
        Assert.Equal("running", await api.StateAsync(await api.CreateSandboxAsync()));
    }

    [Fact]
    public async Task A_scheduling_delay_comes_before_the_container()
    {
        await using var api = await Api.StartAsync(o => o.SchedulingDelay = TimeSpan.FromSeconds(3));
        var id = await api.CreateSandboxAsync();
        Assert.Equal("pending scheduling", await api.StateAsync(id));
        api.Advance(3);
        Assert.Equal("pending waiting_for_container", await api.StateAsync(id));
        api.Advance(1);
        Assert.Equal("running", await api.StateAsync(id));
    }

    [Fact]
    public async Task A_timeout_counts_from_the_start_of_the_container()
    {
        await using var api = await Api.StartAsync();
        var id = await api.CreateSandboxAsync("""{"timeout_secs":5}""");
        api.Advance(4.999);
        Assert.Equal("running", await api.StateAsync(id));
        api.Advance(0.001);
        Assert.Equal("terminated Success(Timeout)", await api.StateAsync(id));
    }

    [Fact]
    public async Task Without_a_timeout_of_its_own_a_sandbox_gets_the_default()
    {
        await using var api = await Api.StartAsync(o => o.DefaultTimeout = TimeSpan.FromSeconds(90));
        var id = await api.CreateSandboxAsync();
        api.Advance(89);
        Assert.Equal("running", await api.StateAsync(id));
        api.Advance(1);
        Assert.Equal("terminated Success(Timeout)", await api.StateAsync(id));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("18446744073709551615")]
    public async Task A_timeout_of_zero_or_beyond_all_time_never_comes(string seconds)
    {
        await using var api = await Api.StartAsync();
        var id = await api.CreateSandboxAsync($$"""{"timeout_secs":{{seconds}}}""");
        api.Clock.Advance(TimeSpan.FromDays(10_000));
        Assert.Equal("running", await api.StateAsync(id));
    }

    [Fact]
    public async Task A_timeout_that_ends_after_the_last_moment_of_the_clock_never_comes()
    {
        // The longest time-out that a TimeSpan still holds, counted from a moment that is not the first.
        await using var api = await Api.StartAsync();
        api.Advance(60);
        var id = await api.CreateSandboxAsync("""{"timeout_secs":922337203684}""");
        api.Advance(1);
        Assert.Equal("running", await api.StateAsync(id));
    }

    [Fact]
    public async Task A_timeout_shorter_than_the_start_ends_the_sandbox_as_soon_as_it_runs()
    {
        await using var api = await Api.StartAsync(o => o.StartupDelay = TimeSpan.FromSeconds(10));
        var id = await api.CreateSandboxAsync("""{"timeout_secs":2}""");
        api.Advance(9);
        Assert.Equal("pending waiting_for_container", await api.StateAsync(id));
        api.Advance(1);
        Assert.Equal("terminated Success(Timeout)", await api.StateAsync(id));
    }

    [Fact]
    public async Task A_sandbox_deleted_while_it_starts_never_runs()
    {
        await using var api = await Api.StartAsync();
        var id = await api.CreateSandboxAsync();
        await api.DeleteAsync($"sandboxes/{id}");
        Assert.Equal("terminated Success(UserTerminated)", await api.StateAsync(id));
        api.Advance(1_000);
        Assert.Equal("terminated Success(UserTerminated)", await api.StateAsync(id));
    }

    [Fact]
    public async Task An_image_from_an_unreachable_registry_fails_the_start()
    {
        await using var api = await Api.StartAsync();
        var id = await api.CreateSandboxAsync("""{"image":"registry.invalid:5000/none:1"}""");
        Assert.Equal("pending waiting_for_container", await api.StateAsync(id));
        api.Advance(1);
        Assert.Equal("terminated Failure(ContainerTerminated(StartupFailedInternalError))", await api.StateAsync(id));
    }

    [Fact]
    public async Task One_leap_of_the_clock_plays_everything_that_was_due()
    {
        // The second sandbox fits only after the first has timed out, and times out itself, all between two requests.
        await using var api = await Api.StartAsync(o => o.CpusPerExecutor = 1);
        var first = await api.CreateSandboxAsync("""{"timeout_secs":10}""");
        var second = await api.CreateSandboxAsync("""{"timeout_secs":20}""");
        Assert.Equal("pending no_resources_available", await api.StateAsync(second));

        api.Advance(29.999);
        Assert.Equal("terminated Success(Timeout)", await api.StateAsync(first));
        Assert.Equal("running", await api.StateAsync(second));
        api.Advance(0.001);
        Assert.Equal("terminated Success(Timeout)", await api.StateAsync(second));
    }
}
