using System.Globalization;
using Sandbox.Client.Routing;
using static Sandbox.Client.Routing.UnauthenticatedRouteDecision;

namespace Sandbox.Client.Tests.Routing;

/// <summary>Queries that climb once they are decoded, at the edges of what is a triplet and what is a blank.</summary>
public class QueryClimbTests
{
    [Theory]
    [InlineData("/.%2520.")]
    [InlineData("/.%2509.")]
    [InlineData("/.%2%30.")]
    [InlineData("/.%25%30%39.")]
    [InlineData("/.%C2%80.")]
    [InlineData("/.%C2%9F.")]
    [InlineData("/.%C2%A0.")]
    [InlineData("/.%25C2%2580.")]
    [InlineData("/.%E3%80%80.;x")]
    [InlineData("/.%E2%80%A8.")]
    [InlineData("/..%E2%80%A9")]
    public void Decoded_to_the_end_it_climbs(string query) =>
        Assert.Equal(QueryClimb, UnauthenticatedRouteMatcher.Create(["/p"]).Evaluate("/p/x?" + query, "GET"));

    [Theory]
    [InlineData("/.%C2%A1.")]
    [InlineData("/.%C3%80.")]
    [InlineData("/.%E2%80%A7.")]
    [InlineData("/.%2g.")]
    [InlineData("/.%25g0.")]
    [InlineData("/.%2521.")]
    public void What_stands_between_the_dots_is_no_blank(string query) =>
        Assert.Equal(Allow, UnauthenticatedRouteMatcher.Create(["/p"]).Evaluate("/p/x?" + query, "GET"));

    [Fact]
    public void Every_space_of_unicode_is_a_blank()
    {
        var matcher = UnauthenticatedRouteMatcher.Create(["/p"]);
        var spaces = Enumerable.Range(0x80, 0xD800 - 0x80).Select(code => (char)code)
            .Where(character => CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            .ToList();

        Assert.Equal(18, spaces.Count);
        Assert.All(spaces, space => Assert.Equal(QueryClimb, matcher.Evaluate($"/p?/.{Uri.EscapeDataString(space.ToString())}.", "GET")));
    }
}
