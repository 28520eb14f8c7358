using System.Globalization;
using System.Text;
using Sandbox.Client.Routing;
using Sandbox.Client.Tests.Routing;
using Sandbox.Client.Tests.Routing.Generation;

namespace Sandbox.Client.UpstreamTests;

/// <summary>The targets that every server is asked for.</summary>
internal static class UpstreamTargets
{
    public const string Prefix = "/api/public";

    private const int UsualCount = 3000;

    // Longer ones only test the limits of the servers.
    private const int LongestGenerated = 2000;

    private static readonly UnauthenticatedRouteMatcher Matcher = UnauthenticatedRouteMatcher.Create([Prefix]);

    /// <summary>Every target of the corpus, and generated ones that the matcher allows. UPSTREAM_TARGETS sets how many of those.</summary>
    public static IReadOnlyList<byte[]> All { get; } = [.. CorpusCase.All.Select(row => row.Target).Where(CanBeSent), .. Generated()];

    public static bool IsAllowedByMatcher(byte[] target) => Matcher.IsPublic(target);

    public static bool IsAllowedByString(byte[] target) => Encoding.Latin1.GetString(target).StartsWith(Prefix, StringComparison.Ordinal);

    // A blank or a line break would end the target: the server would see another one.
    private static bool CanBeSent(byte[] target) => target.Length > 0 && target.AsSpan().IndexOfAny((byte)' ', (byte)'\r', (byte)'\n') < 0;

    private static IEnumerable<byte[]> Generated()
    {
        var wanted = int.Parse(Environment.GetEnvironmentVariable("UPSTREAM_TARGETS") is { Length: > 0 } text ? text : UsualCount.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (long number = 0; known.Count < wanted; number++)
        {
            var target = TargetGenerator.Target(Dice.Of(Campaign.Seed, number), [Prefix]);
            if (target.Length <= LongestGenerated && Matcher.IsPublic(target) && known.Add(target))
            {
                yield return Encoding.Latin1.GetBytes(target);
            }
        }
    }
}
