using System.Collections.Concurrent;
using System.Text;
using Sandbox.Client.Tests.Routing.Generation;
using Sandbox.Client.UpstreamTests.Content;
using Sandbox.Client.UpstreamTests.Http;
using Sandbox.Client.UpstreamTests.Servers;
using Xunit.Abstractions;

namespace Sandbox.Client.UpstreamTests;

/// <summary>Asks a server for every target, and looks at whether something private comes back.</summary>
internal static class UpstreamCheck
{
    public static async Task RunAsync(Func<ContentTree, Task<IUpstreamServer>> start, ITestOutputHelper output)
    {
        using var content = new ContentTree();
        await using var server = await start(content);
        Assert.Contains("PUBLIC", await RawConnection.GetAsync(server.Port, "/api/public/data.txt"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains(content.Mark, await RawConnection.GetAsync(server.Port, "/admin/panel.txt"u8.ToArray()), StringComparison.Ordinal);

        var leaks = new ConcurrentBag<byte[]>();
        await Parallel.ForEachAsync(UpstreamTargets.All, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (target, _) =>
        {
            if ((await RawConnection.GetAsync(server.Port, target)).Contains(content.Mark, StringComparison.Ordinal))
            {
                leaks.Add(target);
            }
        });

        var allowedByMatcher = UpstreamTargets.All.Count(UpstreamTargets.IsAllowedByMatcher);
        var leakedByString = leaks.Where(UpstreamTargets.IsAllowedByString).ToList();
        output.WriteLine(
            $"{UpstreamTargets.All.Count} targets were sent. The matcher allows {allowedByMatcher}; {leaks.Count(UpstreamTargets.IsAllowedByMatcher)} of them were answered with something private. "
            + $"Of what a string prefix allows, {leakedByString.Count} were.");

        // The rule: nothing private is ever served to what it allows.
        Assert.Empty(leaks.Where(UpstreamTargets.IsAllowedByMatcher).Select(target => $"{Encoding.Latin1.GetString(target)} (seed {Campaign.Seed})"));

        // A string prefix fails on the same server, so the test can fail; and the server lives to the end.
        Assert.NotEmpty(leakedByString);
        Assert.Contains("PUBLIC", await RawConnection.GetAsync(server.Port, "/api/public/data.txt"u8.ToArray()), StringComparison.Ordinal);
    }
}
