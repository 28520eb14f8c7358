using System.Text;
using Sandbox.Client.Routing;
using Sandbox.Client.Tests.Routing.Generation;
using Sandbox.Client.Tests.Routing.Oracle;
using static Sandbox.Client.Routing.UnauthenticatedRouteDecision;

namespace Sandbox.Client.Tests.Routing;

/// <summary>Generated targets: the library against the independent oracle, and what must hold between its own answers.</summary>
public class GeneratedTargetTests
{
    private const long Cases = 200_000;
    private const long OracleCases = 300_000;

    private static readonly string[] Unrelated = ["/zz/one", "/zz/two", "/zz/three", "/zz/four/", "/zz/five/with-a-long-name-that-is-longer-than-the-rest"];

    [Fact]
    public void The_library_and_the_oracle_never_differ()
    {
        var reached = new System.Collections.Concurrent.ConcurrentDictionary<UnauthenticatedRouteDecision, int>();
        var cases = Campaign.Run(OracleCases, dice =>
        {
            var routes = TargetGenerator.Routes(dice);
            var matcher = UnauthenticatedRouteMatcher.CreateLenient(routes, out _);
            var method = TargetGenerator.Method(dice);
            var target = dice.OneIn(50) ? TargetGenerator.WideTarget(dice, matcher.Routes) : TargetGenerator.Target(dice, matcher.Routes);

            var expected = RuleOracle.Decide(routes, target, method);
            var explained = matcher.Evaluate(target, method, out _);
            var plain = matcher.Evaluate(target, method);

            Assert.True(expected.Contains(explained), Show(routes, method, target, explained, expected));
            Assert.True(plain == explained || (plain == NoMatch && explained == Character), Show(routes, method, target, plain, [explained]));
            reached.AddOrUpdate(explained, 1, (_, count) => count + 1);
        });

        // A generator that stops reaching a rule proves nothing about it.
        Assert.Equal(Enum.GetValues<UnauthenticatedRouteDecision>().Order(), reached.Keys.Order());
        Assert.All(reached, entry => Assert.InRange(entry.Value, cases / 3000, cases));
        Assert.InRange(reached[Allow] / (double)reached.Values.Sum(), 0.25, 0.75);
    }

    [Fact]
    public void Octets_characters_and_explanations_agree()
    {
        Campaign.Run(Cases, dice =>
        {
            var matcher = UnauthenticatedRouteMatcher.CreateLenient(TargetGenerator.Routes(dice), out _);
            var method = TargetGenerator.Method(dice);
            var target = TargetGenerator.Target(dice, matcher.Routes);
            var octets = Encoding.Latin1.GetBytes(target);

            var expected = matcher.Evaluate(target, method);

            Assert.Equal(expected, matcher.Evaluate(octets, method));
            Assert.Equal(expected, matcher.Evaluate(target.AsSpan(), method));
            Assert.Equal(matcher.Evaluate(target, method, out var ofText), matcher.Evaluate(octets, method, out var ofOctets));
            Assert.Equal(ofText, ofOctets);
            Assert.Equal(expected == Allow, matcher.IsPublic(octets, method));
        });
    }

    [Fact]
    public void What_surrounds_the_target_in_memory_makes_no_difference()
    {
        Campaign.Run(Cases, dice =>
        {
            var matcher = UnauthenticatedRouteMatcher.CreateLenient(TargetGenerator.Routes(dice), out _);
            var target = TargetGenerator.Target(dice, matcher.Routes);
            var expected = matcher.Evaluate(target, "GET");
            var before = new string(dice.Pick(['/', '.', 'x', '%', '?', '\0']), dice.Next(40));
            var after = dice.Pick(["", "/..", "?", "x", "%2e", "\u0080", "2f/../x"]) + before;

            var text = (before + target + after).AsSpan(before.Length, target.Length);

            Assert.Equal(expected, matcher.Evaluate(text, "GET"));
            Assert.Equal(expected, matcher.Evaluate(Encoding.Latin1.GetBytes(before + target + after).AsSpan(before.Length, target.Length), "GET"));
        });
    }

    [Fact]
    public void Allowed_means_that_a_raw_string_prefix_would_allow_it_too()
    {
        Campaign.Run(Cases, dice =>
        {
            var matcher = UnauthenticatedRouteMatcher.CreateLenient(TargetGenerator.Routes(dice), out _);
            var target = TargetGenerator.Target(dice, matcher.Routes);

            if (matcher.IsPublic(target))
            {
                Assert.Contains(matcher.Routes, route => target.StartsWith(route, StringComparison.Ordinal));
            }
        });
    }

    [Fact]
    public void More_routes_never_close_what_fewer_open_and_unrelated_ones_change_nothing()
    {
        Campaign.Run(Cases, dice =>
        {
            var routes = TargetGenerator.Routes(dice);
            var matcher = UnauthenticatedRouteMatcher.CreateLenient(routes, out _);
            var target = TargetGenerator.Target(dice, matcher.Routes);
            var other = TargetGenerator.Routes(dice);

            var decision = matcher.Evaluate(target, "GET");

            if (decision == Allow)
            {
                Assert.True(UnauthenticatedRouteMatcher.CreateLenient([.. other, .. routes], out _).IsPublic(target));
            }

            // The list grows from compared routes to hashed ones.
            var longer = UnauthenticatedRouteMatcher.CreateLenient([.. Unrelated, .. routes], out _).Evaluate(target, "GET");
            Assert.Equal(decision == NoRoutes ? Decision(longer, NoRoutes) : decision, Decision(longer, decision));
        });
    }

    [Fact]
    public void The_grammar_and_the_oracle_never_differ()
    {
        var valid = 0;
        var cases = Campaign.Run(Cases, dice =>
        {
            var entry = dice.OneIn(10)
                ? TargetGenerator.WideTarget(dice, ["/a"])
                : TargetGenerator.Target(dice, dice.OneIn(2) ? ["/caf\u00E9", "/a b", "/\u65E5"] : ["/a/b"]);
            var matcher = UnauthenticatedRouteMatcher.CreateLenient([entry], out var diagnostics);

            Assert.Equal(RouteOracle.Canonical(entry), matcher.Routes.SingleOrDefault());
            Assert.Equal(1, matcher.Routes.Count + diagnostics.Count);
            if (matcher.Routes.Count == 1)
            {
                Interlocked.Increment(ref valid);
                Assert.True(matcher.IsPublic(matcher.Routes[0]));
            }
        });

        Assert.InRange(valid, cases / 20, cases);
    }

    // Where nothing was listed, the unrelated routes replace "nothing is listed" by another denial.
    private static UnauthenticatedRouteDecision Decision(UnauthenticatedRouteDecision longer, UnauthenticatedRouteDecision shorter) =>
        shorter == NoRoutes && longer != Allow ? NoRoutes : longer;

    private static string Show(string[] routes, string method, string target, UnauthenticatedRouteDecision actual, HashSet<UnauthenticatedRouteDecision> expected) =>
        $"[{string.Join(", ", routes)}] {method} {Uri.EscapeDataString(target)}: {actual}, not {string.Join(" or ", expected)}";
}
