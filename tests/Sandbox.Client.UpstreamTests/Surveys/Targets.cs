using System.Globalization;
using Sandbox.Client.Routing;
using Sandbox.Client.Tests.Routing;
using Sandbox.Client.Tests.Routing.Generation;

namespace Sandbox.Client.UpstreamTests.Surveys;

/// <summary>What is sent to every server: the corpus, generated targets that a matcher allows, and some that only a comparison of strings allows.</summary>
/// <remarks>UPSTREAM_TARGETS sets how many of the second kind for each prefix, ROUTING_SEED the seed.</remarks>
internal static class Targets
{
    public const string Prefix = "/api/public";

    private const int UsualCount = 3000;

    /// <summary>The prefixes whose matchers are asked.</summary>
    public static IReadOnlyList<string> Prefixes { get; } = [Prefix, Prefix + "/"];

    /// <summary>How many generated targets each matcher has to allow.</summary>
    public static int Count { get; } =
        Environment.GetEnvironmentVariable("UPSTREAM_TARGETS") is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : UsualCount;

    public static IReadOnlySet<string> Corpus { get; } = CorpusCase.All.Select(row => row.Text).ToHashSet(StringComparer.Ordinal);

    /// <summary>All targets, each once, one character an octet.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Corpus.Concat(Prefixes.SelectMany(Generate)).Distinct(StringComparer.Ordinal)];

    private static HashSet<string> Generate(string prefix, int numberOfPrefix)
    {
        var matcher = UnauthenticatedRouteMatcher.Create([prefix]);
        var allowed = new HashSet<string>(StringComparer.Ordinal);
        var others = new HashSet<string>(StringComparer.Ordinal);
        for (var number = (long)numberOfPrefix << 32; allowed.Count < Count; number++)
        {
            var target = TargetGenerator.Target(Dice.Of(Campaign.Seed, number), matcher.Routes);
            if (matcher.IsPublic(target))
            {
                allowed.Add(target);
            }
            else if (others.Count < Count / 10 && target.StartsWith(Prefix, StringComparison.Ordinal))
            {
                others.Add(target);
            }
        }

        allowed.UnionWith(others);
        return allowed;
    }
}
