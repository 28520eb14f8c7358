using System.Text;
using Sandbox.Client.Routing;
using static Sandbox.Client.Routing.UnauthenticatedRouteDecision;

namespace Sandbox.Client.Tests.Routing;

/// <summary>The explaining overload: route, place, sentence, and the order of the reasons.</summary>
public class ExplanationTests
{
    private static readonly UnauthenticatedRouteMatcher Matcher = UnauthenticatedRouteMatcher.Create(["/p", "/q/"]);

    public static TheoryData<string, string, UnauthenticatedRouteDecision, int?, string?> Cases => new()
    {
        { "/p", "GET", Allow, null, "/p" },
        { "/q/x?y", "GET", Allow, null, "/q/" },
        { "/p/../%zz#", "TRACE", Method, null, null },
        { "", "GET", Length, null, null },
        { new string('x', 8193), "GET", Length, null, null },
        { "http://host/p", "GET", NotOriginForm, 0, null },
        { "*", "OPTIONS", NotOriginForm, 0, null },
        { "p\0", "GET", NotOriginForm, 0, null },
        { "/private#x", "GET", Character, 8, null },
        { "/p/../x?\u0080", "GET", Character, 8, null },
        { "/p/a b", "GET", Character, 4, null },
        { "/p/a\u007F", "GET", Character, 4, null },
        { "/p/0123456789012345678901234567890\u0161", "GET", Character, 34, null },
        { "/p/0123456789012\u0020", "GET", Character, 16, null },
        { "/private", "GET", NoMatch, null, null },
        { "/q", "GET", NoMatch, null, null },
        { "/p//..;/\"", "GET", PathParameter, 6, "/p" },
        { "/p//..\"/;", "GET", Character, 6, "/p" },
        { "/p/[", "GET", Character, 3, "/p" },
        { "/p/..//%zz", "GET", EmptySegment, 6, "/p" },
        { "/p//", "GET", EmptySegment, 3, "/p" },
        { "/p/a/../%zz", "GET", DotSegment, 5, "/p" },
        { "/p/%zz/..", "GET", BadTriplet, 3, "/p" },
        { "/p/a%4", "GET", BadTriplet, 4, "/p" },
        { "/p/a%", "GET", BadTriplet, 4, "/p" },
        { "/p/%c3%4", "GET", BadTriplet, 6, "/p" },
        { "/p/a%2F%zz", "GET", EncodedStructure, 4, "/p" },
        { "/p/a/b%00", "GET", EncodedStructure, 6, "/p" },
        { "/p/a%C3", "GET", BadUtf8, 4, "/p" },
        { "/p/a%C3x", "GET", BadUtf8, 4, "/p" },
        { "/p/a%80", "GET", BadUtf8, 4, "/p" },
        { "/p/a%C3%00", "GET", BadUtf8, 4, "/p" },
        { "/p/;a//b", "GET", PathParameter, 3, "/p" },
        { "/p/a/\"//b", "GET", Character, 5, "/p" },
        { "/p/%EF%BC%8F", "GET", Confusable, 3, "/p" },
        { "/p/a/..%C4%AFx", "GET", Confusable, 7, "/p" },
        { "/p/a%C4%AF..", "GET", DotSegment, 3, "/p" },
        { "/p/a?/..", "GET", QueryClimb, 4, "/p" },
        { "/p?/../%zz", "GET", QueryClimb, 2, "/p" },
        { "/p/..?/..", "GET", DotSegment, 3, "/p" },
    };

    [Fact]
    public void The_quick_decision_gives_the_first_reason_too()
    {
        Assert.Equal(PathParameter, Matcher.Evaluate("/p/;a//b", "GET"));
        Assert.Equal(PathParameter, Matcher.Evaluate("/p/;a/../b", "GET"));
        Assert.Equal(BadUtf8, Matcher.Evaluate("/p/%80", "GET"));
        Assert.Equal(BadUtf8, Matcher.Evaluate("/p/%C3%00", "GET"));
    }

    [Fact]
    public void Without_routes_the_explanation_says_so()
    {
        Assert.Equal(NoRoutes, default(UnauthenticatedRouteMatcher).Evaluate("/p", "GET", out var explanation));
        Assert.Equal("Credentials are needed: no public path is listed.", explanation.Message);
    }

    // U+0125 is "%" to a reader that cuts characters to octets.
    [Fact]
    public void Two_hex_digits_of_any_kind_after_a_look_alike_of_a_percent_sign_are_refused()
    {
        const string Digits = "0123456789abcdefABCDEF";
        foreach (var digit in Digits)
        {
            Assert.Equal(Confusable, Matcher.Evaluate($"/p/%C4%A5{digit}0", "GET"));
            Assert.Equal(Confusable, Matcher.Evaluate($"/p/%C4%A50{digit}", "GET"));
            Assert.Equal(Allow, Matcher.Evaluate($"/p/%C4%A5{digit}g", "GET"));
            Assert.Equal(Allow, Matcher.Evaluate($"/p/%C4%A5g{digit}{digit}", "GET"));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_decision_comes_with_the_route_the_place_and_a_sentence(
        string target, string method, UnauthenticatedRouteDecision decision, int? position, string? route)
    {
        Assert.Equal(decision, Matcher.Evaluate(target, method, out var explanation));

        Assert.Equal((decision, position, route), (explanation.Decision, explanation.Position, explanation.Route));
        Assert.StartsWith(decision == Allow ? "Public: " : "Credentials are needed: ", explanation.Message, StringComparison.Ordinal);
        Assert.Equal(explanation.Message, explanation.ToString());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_plain_overload_gives_the_same_reason_but_may_compare_routes_before_it_looks_at_characters(
        string target, string method, UnauthenticatedRouteDecision decision, int? position, string? route)
    {
        var plain = Matcher.Evaluate(target, method);

        Assert.True(plain == decision || (decision == Character && plain == NoMatch), $"{plain} at {position} below {route}");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Octets_are_explained_as_characters_are(
        string target, string method, UnauthenticatedRouteDecision decision, int? position, string? route)
    {
        var octets = Encoding.Latin1.GetBytes(target.Replace('\u0161', '\u0080'));

        Matcher.Evaluate(octets, method, out var explanation);

        Assert.Equal((decision, position, route), (explanation.Decision, explanation.Position, explanation.Route));
    }

    [Fact]
    public void Every_decision_has_a_sentence_of_its_own()
    {
        var explained = Cases.Select(row =>
        {
            Matcher.Evaluate((string)row[0]!, (string)row[1]!, out var explanation);
            return (explanation.Decision, explanation.Message);
        }).Append((Decision: NoRoutes, default(UnauthenticatedRouteExplanation).Message)).Distinct().ToList();

        Assert.Equal(Enum.GetValues<UnauthenticatedRouteDecision>().Order(), explained.Select(one => one.Decision).Order());
        Assert.Equal(explained.Count, explained.Select(one => one.Message).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void The_empty_matcher_explains_itself()
    {
        Assert.Equal(NoRoutes, default(UnauthenticatedRouteMatcher).Evaluate("/p", "GET", out var explanation));

        Assert.Equal(default, explanation.Decision);
        Assert.Equal(default(UnauthenticatedRouteExplanation).Message, explanation.Message);
        Assert.Null(explanation.Route);
        Assert.Null(explanation.Position);
    }

    [Fact]
    public void The_root_is_named_as_the_route()
    {
        UnauthenticatedRouteMatcher.Create(["/p", "/"]).Evaluate("/x", "GET", out var explanation);

        Assert.Equal((Allow, "/"), (explanation.Decision, explanation.Route));
    }

    [Fact]
    public void The_shortest_route_is_named_when_several_match()
    {
        UnauthenticatedRouteMatcher.Create(["/a", "/a/b"]).Evaluate("/a/b/c", "GET", out var few);
        UnauthenticatedRouteMatcher.Create(["/a/b/c", "/a/b", "/a", "/1", "/2", "/3"]).Evaluate("/a/b/c", "GET", out var many);

        Assert.Equal("/a", few.Route);
        Assert.Equal("/a", many.Route);
    }
}
