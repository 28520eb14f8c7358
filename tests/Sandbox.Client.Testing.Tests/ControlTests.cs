using Sandbox.Client.Models;
using Sandbox.Client.Testing.Tests.Support;

namespace Sandbox.Client.Testing.Tests;

public sealed class ControlTests
{
    [Fact]
    public async Task Live_sandboxes_are_seen_in_all_namespaces_until_they_end()
    {
        await using var api = await Api.StartAsync();
        var here = await api.CreateSandboxAsync();
        await api.SendAsync(HttpMethod.Post, "/v1/namespaces/a/sandboxes", """{"timeout_secs":3}""");
        Assert.Equal(["a", "t"], api.Emulator.GetLiveSandboxes().Select(s => s.Namespace));
        Assert.All(api.Emulator.GetLiveSandboxes(), s => Assert.Equal(SandboxStatus.Pending, s.Status));

        api.Advance(3); // The timeout is seen without any request.
        Assert.Equal([new LiveSandbox { Namespace = "t", Id = here, Status = SandboxStatus.Running }], api.Emulator.GetLiveSandboxes());
        await api.DeleteAsync($"sandboxes/{here}");
        Assert.Empty(api.Emulator.GetLiveSandboxes());
    }

    [Fact]
    public async Task A_client_of_the_emulator_works_in_the_namespace_that_it_is_given()
    {
        await using var emulator = await SandboxEmulator.StartAsync(new SandboxEmulatorOptions { StartupDelay = TimeSpan.Zero });
        using var client = emulator.CreateClient(o => o.Namespace = "team");
        var created = await client.CreateAsync(new CreateSandboxRequest());
        Assert.Equal("team", Assert.Single(emulator.GetLiveSandboxes()).Namespace);
        Assert.Equal(SandboxStatus.Running, (await client.GetAsync(created.Id)).Status);
    }

    [Theory]
    [MemberData(nameof(WrongOptions))]
    public async Task Options_out_of_range_are_refused_with_the_name_of_the_option(string name, SandboxEmulatorOptions options)
    {
        var exception = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => SandboxEmulator.StartAsync(options));
        Assert.StartsWith(name + " must be ", exception.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, SandboxEmulatorOptions> WrongOptions() => new()
    {
        { "Dialect", new() { Dialect = (ServerDialect)7 } },
        { "TimeProvider", new() { TimeProvider = null! } },
        { "SchedulingDelay", new() { SchedulingDelay = TimeSpan.FromTicks(-1) } },
        { "StartupDelay", new() { StartupDelay = TimeSpan.FromTicks(-1) } },
        { "SnapshotDuration", new() { SnapshotDuration = Timeout.InfiniteTimeSpan } },
        { "DefaultTimeout", new() { DefaultTimeout = Timeout.InfiniteTimeSpan } },
        { "ExecutorCount", new() { ExecutorCount = -1 } },
        { "CpusPerExecutor", new() { CpusPerExecutor = double.NaN } },
        { "CpusPerExecutor", new() { CpusPerExecutor = 0 } },
        { "DataplaneApiAddress", new() { DataplaneApiAddress = " " } },
        { "DefaultImage", new() { DefaultImage = null! } },
    };

    [Fact]
    public async Task Options_are_read_once()
    {
        var options = new SandboxEmulatorOptions { ExecutorCount = 0 };
        await using var emulator = await SandboxEmulator.StartAsync(options);
        options.DefaultImage = "changed";
        using var client = emulator.CreateClient();
        var created = await client.CreateAsync(new CreateSandboxRequest());
        Assert.Equal("python:3.14-slim", (await client.GetAsync(created.Id)).Image);
    }
}
