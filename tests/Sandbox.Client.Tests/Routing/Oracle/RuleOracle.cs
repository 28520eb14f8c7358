using System.Text;
using System.Text.RegularExpressions;
using Sandbox.Client.Routing;
using static Sandbox.Client.Routing.UnauthenticatedRouteDecision;

namespace Sandbox.Client.Tests.Routing.Oracle;

/// <summary>The whole rule, written from its text and apart from the library: one step after the other, over lists, sets and regular expressions. Slow and obvious.</summary>
internal static partial class RuleOracle
{
    /// <summary>The decisions that are right: one, or for a bad segment every rule that it breaks.</summary>
    public static HashSet<UnauthenticatedRouteDecision> Decide(IEnumerable<string?> routes, byte[] target, string method) =>
        Decide(routes, Encoding.Latin1.GetString(target), method);

    /// <summary>The decisions that are right: one, or for a bad segment every rule that it breaks.</summary>
    public static HashSet<UnauthenticatedRouteDecision> Decide(IEnumerable<string?> routes, string target, string method)
    {
        var valid = routes.Take(10_000).Select(RouteOracle.Canonical).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (valid.Count == 0)
        {
            return [NoRoutes];
        }

        if (method.Equals("CONNECT", StringComparison.Ordinal) || method.Equals("TRACE", StringComparison.Ordinal))
        {
            return [Method];
        }

        if (target.Length == 0 || target.Length > 8192)
        {
            return [Length];
        }

        if (!target.StartsWith('/'))
        {
            return [NotOriginForm];
        }

        if (target.Any(character => character is < '!' or > '~' or '#'))
        {
            return [Character];
        }

        if (valid.Contains("/"))
        {
            return [Allow];
        }

        var halves = target.Split('?', 2);
        return valid.Any(route => IsAtOrBelow(halves[0], route)) ? DecideBelow(halves[0], halves.Length == 2 ? halves[1] : null) : [NoMatch];
    }

    private static bool IsAtOrBelow(string path, string route) => route.EndsWith('/')
        ? path.StartsWith(route, StringComparison.Ordinal)
        : path.Equals(route, StringComparison.Ordinal) || path.StartsWith(route + "/", StringComparison.Ordinal);

    private static HashSet<UnauthenticatedRouteDecision> DecideBelow(string path, string? query)
    {
        var odd = NotInPath().Match(path);
        if (odd.Success)
        {
            return [odd.Value == ";" ? PathParameter : Character];
        }

        var segments = path.Split("/").Skip(1).ToList();
        if (segments.SkipLast(1).Contains("", StringComparer.Ordinal))
        {
            return [EmptySegment];
        }

        var broken = segments.Where(segment => segment.Length > 0).Select(SegmentOracle.Broken).FirstOrDefault(rules => rules.Count > 0);
        return broken ?? (query is not null && Climbs(query) ? [QueryClimb] : [Allow]);
    }

    private static bool Climbs(string query)
    {
        var (decoded, before) = (query, "");
        while (decoded != before)
        {
            before = decoded;
            decoded = Triplet().Replace(before, match => ((char)Convert.ToByte(match.Value[1..], 16)).ToString());
        }

        return decoded.Split('/', '\\').Skip(1).Any(part => Dots().IsMatch(WithoutBlanks(part)));
    }

    private static string WithoutBlanks(string octets) => string.Concat(Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(octets)).EnumerateRunes()
        .Where(rune => !CodePointLists.Blank.Contains(rune.Value) && rune.Value is not (< 0x20 or (>= 0x7F and <= 0x9F))));

    [GeneratedRegex(@"[^A-Za-z0-9\-._~!$&'()*+,=:@%/]", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex NotInPath();

    [GeneratedRegex("%[0-9A-Fa-f]{2}", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Triplet();

    [GeneratedRegex(@"\A\.{2,}(;.*)?\z", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Dots();
}
