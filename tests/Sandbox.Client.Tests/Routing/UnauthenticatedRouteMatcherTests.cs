using Sandbox.Client.Routing;
using static Sandbox.Client.Routing.UnauthenticatedRouteDecision;

namespace Sandbox.Client.Tests.Routing;

/// <summary>What lists open, and how matchers behave as values.</summary>
public class UnauthenticatedRouteMatcherTests
{
    [Fact]
    public void Nothing_is_public_without_routes()
    {
        foreach (var matcher in new[]
        {
            default,
            UnauthenticatedRouteMatcher.Empty,
            UnauthenticatedRouteMatcher.Create(null),
            UnauthenticatedRouteMatcher.Create([]),
            UnauthenticatedRouteMatcher.CreateLenient(null, out _),
            UnauthenticatedRouteMatcher.CreateLenient(["", " ", "//"], out _),
        })
        {
            Assert.Empty(matcher.Routes);
            Assert.Equal(NoRoutes, matcher.Evaluate("/", "GET"));
            Assert.Equal(NoRoutes, matcher.Evaluate("", "CONNECT"));
            Assert.Equal(NoRoutes, matcher.Evaluate("/"u8, "GET"));
            Assert.False(matcher.IsPublic("/"));
            Assert.Equal(default, matcher);
        }
    }

    [Fact]
    public void The_default_decision_is_a_denial() => Assert.Equal(NoRoutes, default);

    [Theory]
    [InlineData("/p", true)]
    [InlineData("/p/", true)]
    [InlineData("/p/x", true)]
    [InlineData("/p?q", true)]
    [InlineData("/p/?q", true)]
    [InlineData("/px", false)]
    [InlineData("/p.", false)]
    [InlineData("/p%2Fx", false)]
    [InlineData("/", false)]
    [InlineData("/P", false)]
    public void A_prefix_opens_itself_and_what_is_below(string target, bool expected) =>
        Assert.Equal(expected, UnauthenticatedRouteMatcher.Create(["/p"]).IsPublic(target));

    [Theory]
    [InlineData("/p", false)]
    [InlineData("/p?q", false)]
    [InlineData("/p?/", false)]
    [InlineData("/p/", true)]
    [InlineData("/p/?q", true)]
    [InlineData("/p/x", true)]
    [InlineData("/px/", false)]
    public void A_prefix_with_a_slash_at_the_end_does_not_open_the_path_without_it(string target, bool expected) =>
        Assert.Equal(expected, UnauthenticatedRouteMatcher.Create(["/p/"]).IsPublic(target));

    [Theory]
    [InlineData("/p", "/p/")]
    [InlineData("/p/", "/p")]
    public void Both_forms_together_open_what_either_opens(string first, string second)
    {
        var matcher = UnauthenticatedRouteMatcher.Create([first, second]);

        Assert.Equal([first, second], matcher.Routes);
        Assert.True(matcher.IsPublic("/p"));
        Assert.True(matcher.IsPublic("/p/x"));
        matcher.Evaluate("/p/x", "GET", out var explanation);
        Assert.Equal("/p", explanation.Route);
        Assert.Equal(matcher, UnauthenticatedRouteMatcher.Create([first, second, first, second, first]));
    }

    [Theory]
    [InlineData("/", Allow)]
    [InlineData("/a/../b", Allow)]
    [InlineData("//x", Allow)]
    [InlineData("/%2e%2e/%zz;\\", Allow)]
    [InlineData("/?/../../x", Allow)]
    [InlineData("/a b", Character)]
    [InlineData("/a#", Character)]
    [InlineData("/?a#", Character)]
    [InlineData("x", NotOriginForm)]
    [InlineData("", Length)]
    public void The_root_opens_everything_that_is_a_well_formed_target(string target, UnauthenticatedRouteDecision expected)
    {
        Assert.Equal(expected, UnauthenticatedRouteMatcher.Create(["/"]).Evaluate(target, "GET"));
        Assert.Equal(expected, UnauthenticatedRouteMatcher.Create(["/deeper", "/"]).Evaluate(target, "GET"));
    }

    [Theory]
    [InlineData("GET", Allow)]
    [InlineData("POST", Allow)]
    [InlineData("UNHEARD-OF", Allow)]
    [InlineData("", Allow)]
    [InlineData("connect", Allow)]
    [InlineData("Trace", Allow)]
    [InlineData("CONNECT", Method)]
    [InlineData("TRACE", Method)]
    public void Only_connect_and_trace_are_never_public(string method, UnauthenticatedRouteDecision expected)
    {
        var matcher = UnauthenticatedRouteMatcher.Create(["/p"]);

        Assert.Equal(expected, matcher.Evaluate("/p", method));
        Assert.Equal(expected, matcher.Evaluate("/p"u8, method));
        Assert.Equal(expected, matcher.Evaluate("/p", method, out _));
    }

    [Theory]
    [InlineData(8191, Allow)]
    [InlineData(8192, Allow)]
    [InlineData(8193, Length)]
    [InlineData(100_000, Length)]
    public void Targets_have_a_limit_of_8192_octets(int length, UnauthenticatedRouteDecision expected)
    {
        var inPath = "/p/" + new string('x', length - 3);
        var inQuery = "/p?" + new string('x', length - 3);
        var matcher = UnauthenticatedRouteMatcher.Create(["/p"]);
        var root = UnauthenticatedRouteMatcher.Create(["/"]);

        Assert.Equal(expected, matcher.Evaluate(inPath, "GET"));
        Assert.Equal(expected, matcher.Evaluate(inQuery, "GET"));
        Assert.Equal(expected, root.Evaluate(inPath, "GET"));
        Assert.Equal(expected, matcher.Evaluate(inPath, "GET", out _));
    }

    [Fact]
    public void A_character_is_not_cut_to_an_octet_before_it_is_compared()
    {
        // U+0170 and U+012F end in 70 ("p") and 2F ("/").
        var matcher = UnauthenticatedRouteMatcher.Create(["/p"]);

        Assert.False(matcher.IsPublic("/\u0170"));
        Assert.False(matcher.IsPublic("/p\u012Fx"));
        Assert.False(matcher.IsPublic("\u012Fp"));
        Assert.False(matcher.IsPublic("/p/a\u0161b"));
        Assert.False(matcher.IsPublic("/p?a\u0161b"));
        Assert.False(UnauthenticatedRouteMatcher.Create(["/"]).IsPublic("/\u0161"));
        Assert.False(matcher.IsPublic("/p/" + new string('x', 40) + "\u0161" + new string('x', 40)));
        Assert.False(matcher.IsPublic("/p/\uD800"));
        Assert.False(matcher.IsPublic("/p/\uD83D\uDE80"));
    }

    [Fact]
    public void Null_is_an_error_of_the_caller()
    {
        var matcher = UnauthenticatedRouteMatcher.Create(["/p"]);

        Assert.Throws<ArgumentNullException>("target", () => matcher.Evaluate((string)null!, "GET"));
        Assert.Throws<ArgumentNullException>("target", () => matcher.IsPublic((string)null!));
        Assert.Throws<ArgumentNullException>("target", () => matcher.Evaluate((string)null!, "GET", out _));
        Assert.Throws<ArgumentNullException>("method", () => matcher.Evaluate("/p", null!));
        Assert.Throws<ArgumentNullException>("method", () => matcher.Evaluate("/p", null!, out _));
        Assert.Throws<ArgumentNullException>("method", () => default(UnauthenticatedRouteMatcher).Evaluate("/p", null!));
    }

    [Fact]
    public void Matchers_with_the_same_routes_are_equal()
    {
        var one = UnauthenticatedRouteMatcher.Create(["/caf\u00E9", "/b"]);
        var same = UnauthenticatedRouteMatcher.Create(["/caf%c3%a9", "/b", "/b"]);
        var other = UnauthenticatedRouteMatcher.Create(["/b"]);

        Assert.True(one == same);
        Assert.True(one != other);
        Assert.True(one.Equals((object)same));
        Assert.False(one.Equals((object)"/b"));
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one.GetHashCode(), other.GetHashCode());
        Assert.Equal("[/caf%C3%A9, /b]", one.ToString());
        Assert.Equal("[]", default(UnauthenticatedRouteMatcher).ToString());
    }

    [Fact]
    public void The_routes_cannot_be_changed_from_outside()
    {
        string[] given = ["/a", "/b"];
        var matcher = UnauthenticatedRouteMatcher.Create(given);

        given[0] = "/";

        Assert.Equal(["/a", "/b"], matcher.Routes);
        Assert.IsNotType<string[]>(matcher.Routes, exactMatch: false);
        Assert.False(matcher.IsPublic("/c"));
    }
}
