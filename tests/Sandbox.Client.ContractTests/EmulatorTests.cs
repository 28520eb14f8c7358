using Sandbox.Client.ContractTests.Live;
using Sandbox.Client.Testing;

namespace Sandbox.Client.ContractTests;

/// <summary>The same recordings, played on the emulator.</summary>
public sealed class EmulatorTests
{
    [Theory]
    [InlineData(ServerDialect.Older, 0, "older/no-executor")]
    [InlineData(ServerDialect.Routes, 0, "routes/no-executor")]
    [InlineData(ServerDialect.Ports, 0, "ports/no-executor")]
    [InlineData(ServerDialect.Older, 1, "older/executor")]
    [InlineData(ServerDialect.Routes, 1, "routes/executor")]
    [InlineData(ServerDialect.Ports, 1, "ports/executor")]
    public async Task The_emulator_answers_as_the_recorded_server(ServerDialect dialect, int executors, string folder)
    {
        await using var emulator = await SandboxEmulator.StartAsync(new SandboxEmulatorOptions
        {
            Dialect = dialect,
            ExecutorCount = executors,

            // The recorded executors start plain processes, between one request and the next.
            StartupDelay = TimeSpan.FromMilliseconds(10),
        });
        using var client = new SandboxClient(new SandboxClientOptions { Endpoint = emulator.Endpoint, Retry = { MaxRetries = 0 }, VerifyAccessSettings = false });
        Assert.Equal(folder, await LiveServer.FindRecordingsAsync(client));

        var recordings = Recording.AllFiles.Where(file => file.StartsWith($"{folder}/", StringComparison.Ordinal)).Select(Recording.Load).Where(LiveRun.CanPlay).ToList();
        var run = new LiveRun(client);
        var differences = new List<string>();
        foreach (var recording in recordings)
        {
            differences.AddRange(await run.PlayAsync(recording));
        }

        Assert.NotEmpty(recordings);
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }
}
