using Sandbox.Client.SampleTests.Processes;
using Sandbox.Client.Testing;
using Sandbox.Client.Testing.Faults;

namespace Sandbox.Client.SampleTests;

/// <summary>The quick start as a process of its own, at servers of each generation, and behind one that spoils its requests.</summary>
public sealed class QuickStartTests
{
    private const string Sample = "QuickStart";

    [Fact]
    public async Task It_tells_its_whole_story_on_its_own_emulator()
    {
        var run = await RunAsync(server: null);

        Assert.True(run.ExitCode == 0, $"{run}");
        Assert.Contains(run.Output, line => line.Contains("request target: /public/../admin, decision: CredentialsNeeded", StringComparison.Ordinal));
        Assert.Contains(run.Output, line => line.Contains("request target: /health, decision: PublicPath", StringComparison.Ordinal));
        Assert.Equal("Everything is cleaned up.", run.Output[^1]);
        Assert.Empty(run.Errors);
    }

    [Theory]
    [InlineData(ServerDialect.Older, false)]
    [InlineData(ServerDialect.Routes, true)]
    [InlineData(ServerDialect.Ports, false)]
    public async Task It_runs_on_a_server_of_each_generation(ServerDialect dialect, bool keepsPaths)
    {
        await using var emulator = await SandboxEmulator.StartAsync(new SandboxEmulatorOptions { Dialect = dialect });

        var run = await RunAsync(emulator.Endpoint);

        Assert.Equal(!keepsPaths, run.Output.Contains("This server keeps no public paths: everything in its sandboxes needs credentials."));
        Assert.Equal("Everything is cleaned up.", run.Output[^1]);
        await AssertNothingIsLeftAsync(emulator);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Whatever_is_spoiled_nothing_stays_that_it_does_not_tell_of(int seed)
    {
        await using var emulator = await SandboxEmulator.StartAsync(new SandboxEmulatorOptions { Dialect = ServerDialect.Routes });
        await using var server = await FaultServer.StartAsync(emulator.Endpoint, request => Spoil(seed, request));

        var run = await RunAsync(server.Endpoint);

        // It is told what to look for when an answer was lost, and it names what it could not delete.
        var told = string.Join('\n', run.Errors);
        using var direct = emulator.CreateClient();
        var isUnknown = told.Contains("create failed", StringComparison.Ordinal) && told.Contains("Whether it was made is not known", StringComparison.Ordinal);
        var pools = await direct.Pools.ListAsync().Where(pool => !told.Contains(pool.Id, StringComparison.Ordinal)).CountAsync();
        var sandboxes = emulator.GetLiveSandboxes().Count(sandbox => !told.Contains(sandbox.Id, StringComparison.Ordinal));
        Assert.True(pools + sandboxes <= (isUnknown ? 1 : 0), $"seed {seed}: {pools} pools and {sandboxes} sandboxes are left. {run}");
    }

    private static Fault? Spoil(int seed, FaultRequest request)
    {
        var random = new Random((seed * 7919) + request.Number);
        return random.NextDouble() >= 0.2 ? null : random.Next(7) switch
        {
            0 => Fault.Close(),
            1 => Fault.CloseAfterEffect(),
            2 => Fault.Reset(),
            3 => Fault.Answer(503, "Not now", "text/plain"),
            4 => Fault.AnswerAfterEffect(504, "<html></html>", "text/html"),
            5 => Fault.Answer(429, "Slowly", "text/plain", ("retry-after", "0")),
            _ => Fault.CloseAfter(random.Next(600)),
        };
    }

    private static async Task AssertNothingIsLeftAsync(SandboxEmulator emulator)
    {
        using var direct = emulator.CreateClient();
        Assert.Empty(emulator.GetLiveSandboxes());
        Assert.Empty(await direct.Pools.ListAsync().ToListAsync());
        Assert.Empty(await direct.Snapshots.ListAsync().ToListAsync());
    }

    private static async Task<SampleRun> RunAsync(Uri? server)
    {
        await using var sample = SampleProcess.Start(Sample, server);
        return await sample.WaitForExitAsync();
    }
}
