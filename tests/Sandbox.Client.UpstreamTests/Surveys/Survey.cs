using System.Collections.Concurrent;
using System.Text;
using Sandbox.Client.UpstreamTests.Content;
using Sandbox.Client.UpstreamTests.Requests;
using Sandbox.Client.UpstreamTests.Servers;

namespace Sandbox.Client.UpstreamTests.Surveys;

/// <summary>All targets, sent once to one configuration of a server.</summary>
internal sealed record Survey(IReadOnlyList<Visit> Visits, bool IsAliveAtTheEnd)
{
    // A connection each; more would only wait for one another on a small machine.
    private const int Connections = 4;

    private static readonly ConcurrentDictionary<(Delegate Start, string Configuration), Lazy<Task<Survey>>> Known = new();

    /// <summary>The survey of a configuration, made when it is first asked for. The server does not outlive it.</summary>
    public static Task<Survey> OfAsync(Func<ContentTree, string, Task<IUpstreamServer>> start, string configuration) =>
        Known.GetOrAdd((start, configuration), key => new(() => MakeAsync(start, key.Configuration))).Value;

    private static async Task<Survey> MakeAsync(Func<ContentTree, string, Task<IUpstreamServer>> start, string configuration)
    {
        using var tree = new ContentTree();
        await using var server = await start(tree, configuration);
        await AssertServesBothAreasAsync(server, tree);

        var visits = new Visit[Targets.All.Count];
        await Parallel.ForAsync(0, visits.Length, new ParallelOptions { MaxDegreeOfParallelism = Connections }, async (number, _) =>
            visits[number] = await VisitAsync(server, tree, Targets.All[number]));

        var last = await VisitAsync(server, tree, "/api/public/data.txt");
        return new(visits, server.IsRunning && last.IsPublic);
    }

    // A server that serves nothing private, or nothing public, proves nothing.
    private static async Task AssertServesBothAreasAsync(IUpstreamServer server, ContentTree tree)
    {
        foreach (var target in new[] { "/api/public/data.txt", "/api/public/nosuch", "/api/public/sub/nosuch" })
        {
            var visit = await VisitAsync(server, tree, target);
            Assert.True(visit is { IsPublic: true, IsLeak: false }, $"{target}: {visit}");
        }

        foreach (var target in new[] { "/", "/admin/panel.txt", "/api/secret/key.txt", "/nosuch", "/api/nosuch" })
        {
            var visit = await VisitAsync(server, tree, target);
            Assert.True(visit is { IsPublic: false, IsLeak: true }, $"{target}: {visit}");
        }
    }

    private static async Task<Visit> VisitAsync(IUpstreamServer server, ContentTree tree, string target)
    {
        var answer = await RawRequest.SendAsync(server.Port, Encoding.Latin1.GetBytes(target));
        return new(target, answer.IsGiven, answer.Holds(tree.PublicText), answer.Holds(tree.Marker));
    }
}
