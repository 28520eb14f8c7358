using System.Text;
using Sandbox.Client.Routing;
using Sandbox.Client.Tests.Routing;
using Sandbox.Client.Tests.Routing.Containment;
using Sandbox.Client.Tests.Routing.Oracle;
using static Sandbox.Client.Routing.UnauthenticatedRouteDecision;

namespace Sandbox.Client.Fuzz.Targets;

/// <summary>The matcher: lines of routes, and the request target as the last line.</summary>
internal sealed class RoutesTarget : IFuzzTarget
{
    private const int MostRoutes = 12;

    // The property tries every composition of readings; longer targets would take seconds.
    private const int LongestForProperty = 200;

    public IEnumerable<byte[]> Seeds => CorpusCase.All
        .Where(row => row.Prefixes.Length <= MostRoutes && row.Target.Length < 1000 && !row.Target.Contains((byte)'\n') && row.Prefixes.Sum(route => route.Length) < 1000)
        .Select(row => (byte[])[.. Encoding.UTF8.GetBytes(string.Concat(row.Prefixes.Select(route => route + "\n"))), .. row.Target]);

    public void Check(ReadOnlySpan<byte> input, bool thorough)
    {
        var (routes, target) = Split(input);
        var matcher = UnauthenticatedRouteMatcher.CreateLenient(routes, out var diagnostics);
        CheckLists(routes, matcher, diagnostics);
        CheckTarget(routes, matcher, target, thorough);
    }

    private static (string[] Routes, byte[] Target) Split(ReadOnlySpan<byte> input)
    {
        var lines = new List<string>();
        for (var end = input.IndexOf((byte)'\n'); end >= 0 && lines.Count < MostRoutes; end = input.IndexOf((byte)'\n'))
        {
            lines.Add(Encoding.UTF8.GetString(input[..end]));
            input = input[(end + 1)..];
        }

        return ([.. lines], input.ToArray());
    }

    private static void CheckLists(string[] routes, UnauthenticatedRouteMatcher matcher, IReadOnlyList<UnauthenticatedRouteDiagnostic> diagnostics)
    {
        try
        {
            Require(UnauthenticatedRouteMatcher.Create(routes) == matcher && diagnostics.Count == 0, "Create takes what CreateLenient reports.");
        }
        catch (InvalidUnauthenticatedRouteException error)
        {
            Require(diagnostics.Count > 0 && error.Diagnostic == diagnostics[0], "Create refuses what CreateLenient takes.");
        }

        var expected = routes.Select(RouteOracle.Canonical).OfType<string>().Distinct(StringComparer.Ordinal);
        Require(matcher.Routes.SequenceEqual(expected, StringComparer.Ordinal), "The grammar and the oracle differ.");
        Require(UnauthenticatedRouteMatcher.Create(matcher.Routes) == matcher, "A canonical list is not canonical.");
        foreach (var route in matcher.Routes)
        {
            Require(matcher.IsPublic(route), "A route does not open itself.");
        }
    }

    private static void CheckTarget(string[] routes, UnauthenticatedRouteMatcher matcher, byte[] target, bool thorough)
    {
        var text = Encoding.Latin1.GetString(target);
        var decision = matcher.Evaluate(target, "GET", out var explanation);
        var plain = matcher.Evaluate(target, "GET");
        Require(plain == decision || (plain == NoMatch && decision == Character), $"Evaluate says {plain}, and explains {decision}.");
        Require(matcher.Evaluate(text, "GET") == plain, "Octets and characters differ.");
        Require(matcher.Evaluate(text, "GET", out var ofText) == decision && ofText == explanation, "Explanations of octets and characters differ.");
        Require(RuleOracle.Decide(routes, text, "GET").Contains(decision), $"The oracle does not say {decision}.");
        if (decision == Allow && explanation.Route != "/" && target.Length <= LongestForProperty)
        {
            var escape = ContainmentProperty.FindEscape(text, explanation.Route!, thorough ? 3 : 1);
            Require(escape is null, $"A reading leaves the route: {escape}");
        }
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new FuzzFailureException(otherwise);
        }
    }
}
