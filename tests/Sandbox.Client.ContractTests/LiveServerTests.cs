using Sandbox.Client.ContractTests.Live;
using Xunit.Abstractions;

namespace Sandbox.Client.ContractTests;

/// <summary>The same recordings, played on a server that lives. The environment variable <c>SANDBOX_CONTRACT_SERVER</c> alone names it.</summary>
public sealed class LiveServerTests(ITestOutputHelper output)
{
    [LiveServerFact]
    public async Task A_live_server_answers_as_the_recorded_one()
    {
        using var client = new SandboxClient(new SandboxClientOptions { Endpoint = new Uri(LiveServerFactAttribute.Address!), Retry = { MaxRetries = 0 }, VerifyAccessSettings = false });
        var folder = await LiveServer.FindRecordingsAsync(client);
        var recordings = Recording.AllFiles.Where(file => file.StartsWith($"{folder}/", StringComparison.Ordinal)).Select(Recording.Load).Where(LiveRun.CanPlay).ToList();
        output.WriteLine($"{recordings.Count} scenarios of {folder} are played.");
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
