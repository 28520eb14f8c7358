using Sandbox.Client.Routing;
using Sandbox.Client.Tests.Routing.Containment;
using Sandbox.Client.Tests.Routing.Generation;
using static Sandbox.Client.Routing.UnauthenticatedRouteDecision;

namespace Sandbox.Client.Tests.Routing;

/// <summary>No common reading of an allowed target leaves its route.</summary>
public class ContainmentTests
{
    [Fact]
    public void No_composition_of_readings_leads_an_allowed_target_out_of_its_route()
    {
        var allowed = 0;
        var cases = Campaign.Run(1_000_000, dice =>
        {
            var routes = TargetGenerator.Routes(dice);
            var matcher = UnauthenticatedRouteMatcher.CreateLenient(routes, out _);
            var target = TargetGenerator.Target(dice, matcher.Routes);
            if (matcher.Evaluate(target, "GET", out var explanation) != Allow || explanation.Route == "/")
            {
                return;
            }

            Interlocked.Increment(ref allowed);
            if (target.Length < 1000 && ContainmentProperty.FindEscape(target, explanation.Route!) is { } escape)
            {
                Assert.Fail($"[{string.Join(", ", routes)}] {Uri.EscapeDataString(target)} becomes {escape}");
            }
        });

        Assert.InRange(allowed, cases / 4, cases);
    }

    [Fact]
    public void No_row_of_the_corpus_that_is_allowed_leaves_its_route()
    {
        foreach (var row in CorpusCase.All.Where(row => row.Allowed && row.Target.Length < 1000))
        {
            UnauthenticatedRouteMatcher.CreateLenient(row.Prefixes, out _).Evaluate(row.Target, row.Method, out var explanation);
            if (explanation.Route != "/")
            {
                Assert.Null(ContainmentProperty.FindEscape(row.Text, explanation.Route!));
            }
        }
    }

    // Unicode counts them as format characters, but they are no default ignorables, which is what the rule goes by.
    [Theory]
    [InlineData(0x06DD)]
    [InlineData(0x0890)]
    [InlineData(0x0891)]
    [InlineData(0x08E2)]
    public void A_sign_that_printing_keeps_is_solid(int codePoint)
    {
        var target = $"/p/.{Atoms.Encode(codePoint)}./x";

        Assert.True(UnauthenticatedRouteMatcher.Create(["/p"]).IsPublic(target));
        Assert.Null(ContainmentProperty.FindEscape(target, "/p"));
    }

    // The property can fail: what a string prefix would allow escapes in many ways.
    [Theory]
    [InlineData("/api/public/../secret")]
    [InlineData("/api/public/%2e%2e/secret")]
    [InlineData("/api/public/..%252fsecret")]
    [InlineData("/api/public/..;/secret")]
    [InlineData("/api/public/..%5Csecret")]
    [InlineData("/api/public/..%20/secret")]
    [InlineData("/api/public/.%E2%80%8B./secret")]
    [InlineData("/api/public/..%EF%BC%8Fsecret")]
    [InlineData("/api/public/..%C4%AFsecret")]
    [InlineData("/api/public/%C4%AFsrv")]
    [InlineData("/api/public//srv")]
    [InlineData("/api/public/..%00/x")]
    [InlineData("/api/public/..%20%C4%A3x")]
    [InlineData("/api/public/..%20%E3%80%80x")]
    [InlineData("/api/public/%C4%A52e%C4%A52e/secret")]
    [InlineData("/api/public/x?/../../../secret")]
    [InlineData("/api/public/x?/..;/..;/..;/secret")]
    [InlineData("/api/public/x?/%252e%252e/%252e%252e/%252e%252e/secret")]
    public void What_the_rule_denies_does_escape_under_some_reading(string target)
    {
        var matcher = UnauthenticatedRouteMatcher.Create(["/api/public"]);

        Assert.NotNull(ContainmentProperty.FindEscape(target, "/api/public", depth: 4));
        Assert.False(matcher.IsPublic(target));
    }
}
