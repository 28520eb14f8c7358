using Sandbox.Client.Routing;
using static Sandbox.Client.Routing.UnauthenticatedRouteDecision;

namespace Sandbox.Client.Tests.Routing;

/// <summary>The rest of a target is looked at wherever the look before it stopped: behind a triplet, behind a block of sixteen, behind the mark.</summary>
public class RestOfTargetTests
{
    private static readonly UnauthenticatedRouteMatcher Matcher = UnauthenticatedRouteMatcher.Create(["/p"]);

    public static TheoryData<string, UnauthenticatedRouteDecision> BehindTriplets => new()
    {
        { "/p/%C3%A9/x", Allow },
        { "/p/%C3%A9./x", Allow },
        { "/p/%C3%A9+/x", Allow },
        { "/p/%C3%A9/x?a;b", Allow },
        { "/p/%C3%A9?a;b//c", Allow },
        { "/p/%C3%A9?a/../b", QueryClimb },
        { "/p/%C3%A9/a;b", PathParameter },
        { "/p/%C3%A9//b", EmptySegment },
        { "/p/%C3%A9/..", DotSegment },
        { "/p/%C3%A9/../x", DotSegment },
        { "/p/%C3%A9/./x", DotSegment },
        { "/p/%C3%A9/+", DotSegment },
        { "/p/%C3%A9/%2F", EncodedStructure },
        { "/p/%C3%A9/x\"", Character },
        // No octet, so no hex digit either; what is not visible is told before a bad triplet.
        { "/p/%\u01000", Character },
        { "/p/%0\u0100", Character },
        { "/p/%\u00FF0", Character },
    };

    [Theory]
    [MemberData(nameof(BehindTriplets))]
    public void A_triplet_ends_no_look(string target, UnauthenticatedRouteDecision expected)
    {
        foreach (var padding in new[] { "", "abcdefghijklmno/", new string('a', 61) + "/" })
        {
            Assert.Equal(expected, Matcher.Evaluate(target.Insert(3, padding), "GET"));
        }
    }

    [Theory]
    [InlineData('\u0000')]
    [InlineData('\u0002')]
    [InlineData('\u000B')]
    [InlineData('\u001F')]
    [InlineData(' ')]
    [InlineData('#')]
    [InlineData('\u007F')]
    [InlineData('\u0080')]
    [InlineData('\u00A0')]
    [InlineData('\u00C0')]
    [InlineData('\u00FF')]
    [InlineData('\u0121')]
    public void What_is_not_visible_is_refused_and_placed_wherever_it_stands(char refused)
    {
        var all = UnauthenticatedRouteMatcher.Create(["/"]);
        for (var place = 1; place < 50; place++)
        {
            var target = "/" + new string('a', 49);
            target = target.Remove(place, 1).Insert(place, refused.ToString());

            Assert.Equal(Character, Matcher.Evaluate("/p?" + target, "GET"));
            Assert.Equal(Character, Matcher.Evaluate("/p" + target, "GET"));
            Assert.Equal(Character, Matcher.Evaluate("/p/" + new string(refused, place), "GET"));
            Assert.Equal(Character, all.Evaluate(target, "GET"));
            Assert.Equal(Character, all.Evaluate(target, "GET", out var explanation));
            Assert.Equal(place, explanation.Position);
        }
    }

    [Theory]
    [InlineData('!')]
    [InlineData('~')]
    [InlineData('"')]
    public void What_is_visible_may_stand_anywhere_in_a_query(char visible)
    {
        for (var place = 0; place < 50; place++)
        {
            Assert.Equal(Allow, Matcher.Evaluate("/p?" + new string('a', place) + visible + new string('a', 49 - place), "GET"));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(100)]
    public void Any_number_of_routes_is_read_alike(int count)
    {
        var plain = UnauthenticatedRouteMatcher.Create(Enumerable.Range(0, count).Select(number => $"/r{number}"));
        var withSlash = UnauthenticatedRouteMatcher.Create(Enumerable.Range(0, count).Select(number => $"/r{number}/"));
        for (var number = 0; number < count; number++)
        {
            Assert.Equal(Allow, plain.Evaluate($"/r{number}", "GET"));
            Assert.Equal(Allow, plain.Evaluate($"/r{number}?q", "GET"));
            Assert.Equal(Allow, plain.Evaluate($"/r{number}/x", "GET"));
            Assert.Equal(NoMatch, plain.Evaluate($"/r{number}x", "GET"));
            Assert.Equal(NoMatch, withSlash.Evaluate($"/r{number}", "GET"));
            Assert.Equal(NoMatch, withSlash.Evaluate($"/r{number}?q", "GET"));
            Assert.Equal(Allow, withSlash.Evaluate($"/r{number}/?q", "GET"));
        }

        Assert.Equal(NoMatch, plain.Evaluate("/?q", "GET"));
        Assert.Equal(NoMatch, plain.Evaluate("/other?q", "GET"));
        Assert.Equal(NoMatch, plain.Evaluate("/other?/r0", "GET"));
    }
}
