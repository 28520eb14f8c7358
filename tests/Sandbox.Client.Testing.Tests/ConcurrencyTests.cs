using Sandbox.Client.Testing.Tests.Support;

namespace Sandbox.Client.Testing.Tests;

public sealed class ConcurrencyTests
{
    [Fact]
    public async Task Creates_at_the_same_moment_share_the_capacity_exactly()
    {
        await using var api = await Api.StartAsync(o =>
        {
            o.StartupDelay = TimeSpan.Zero;
            o.ExecutorCount = 3;
            o.CpusPerExecutor = 10;
        });
        var ids = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => api.CreateSandboxAsync()));
        var states = await Task.WhenAll(ids.Select(api.StateAsync));
        Assert.Equal(200, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(30, states.Count(s => s is "running"));
        Assert.Equal(170, states.Count(s => s is "pending no_resources_available"));

        // Every deletion lets one in, and in the end nothing is held.
        await Task.WhenAll(ids.Select(id => api.DeleteAsync($"sandboxes/{id}")));
        Assert.Empty(api.Emulator.GetLiveSandboxes());
        var last = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => api.CreateSandboxAsync()));
        Assert.All(await Task.WhenAll(last.Select(api.StateAsync)), s => Assert.Equal("running", s));
    }

    [Fact]
    public async Task Claims_at_the_same_moment_never_share_a_container()
    {
        await using var api = await Api.StartAsync();
        var pool = await api.CreatePoolAsync("""{"image":"i","warm_containers":5,"max_containers":20,"resources":{"cpus":0.1}}""");
        api.Advance(1);
        var ids = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => api.ClaimAsync(pool)));
        api.Advance(1);
        var sandboxes = await Task.WhenAll(ids.Select(api.SandboxAsync));
        var containers = sandboxes.Select(s => s.GetProperty("container_id").GetString()).OfType<string>().ToList();
        Assert.Equal(20, containers.Count);
        Assert.Equal(20, containers.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(20, sandboxes.Count(s => s.GetProperty("status").GetString() is "running"));
    }
}
