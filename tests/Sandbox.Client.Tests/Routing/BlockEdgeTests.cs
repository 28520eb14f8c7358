using System.Globalization;
using System.Text;
using Sandbox.Client.Routing;
using Sandbox.Client.Tests.Routing.Oracle;
using static Sandbox.Client.Routing.UnauthenticatedRouteDecision;

namespace Sandbox.Client.Tests.Routing;

/// <summary>The library looks at many octets at a time: whatever it must see, it must see at every place of a block, at every edge and at every length.</summary>
public class BlockEdgeTests
{
    private static readonly int[] LengthsBehind = [0, 1, 7, 15, 16, 17, 31, 32, 33, 47, 48, 49];

    [Theory]
    [InlineData("/../")]
    [InlineData("/./")]
    [InlineData("/..")]
    [InlineData("/.")]
    [InlineData("/+")]
    [InlineData("/..?")]
    [InlineData("//")]
    [InlineData("/%2e%2e/")]
    [InlineData("/%2F")]
    [InlineData("/%C3%A9/")]
    [InlineData("%")]
    [InlineData("%zz")]
    [InlineData("%C3")]
    [InlineData("/%C3%AF..")]
    [InlineData(";")]
    [InlineData("\"")]
    [InlineData("#")]
    [InlineData(" ")]
    [InlineData("?/../")]
    [InlineData("?")]
    [InlineData("/..a/")]
    [InlineData("/.well-known/")]
    [InlineData("/a../")]
    [InlineData("/a./")]
    [InlineData("/+a")]
    [InlineData("/")]
    public void A_piece_counts_wherever_it_stands(string piece)
    {
        string[] few = ["/p"];
        string[] many = ["/p", "/q1", "/q2", "/q3", "/q4"];
        foreach (var routes in new[] { few, many })
        {
            var matcher = UnauthenticatedRouteMatcher.Create(routes);
            for (var before = 0; before <= 100; before++)
            {
                foreach (var behind in LengthsBehind)
                {
                    var target = $"/p/{new string('a', before)}{piece}{new string('b', behind)}";
                    var right = RuleOracle.Decide(routes, target, "GET");
                    Assert.True(right.Contains(matcher.Evaluate(target, "GET")), $"{target} with {routes.Length} routes is {matcher.Evaluate(target, "GET")}, not {string.Join(" or ", right)}.");
                    Assert.Equal(matcher.Evaluate(target, "GET"), matcher.Evaluate(Encoding.Latin1.GetBytes(target), "GET"));
                }
            }
        }
    }

    [Fact]
    public void Routes_of_every_length_are_found_and_nothing_else()
    {
        // Each is the beginning of all longer ones.
        var routes = Enumerable.Range(2, 100).Append(1023).Append(1024).Select(length => "/" + new string('a', length - 1)).ToList();
        var matcher = UnauthenticatedRouteMatcher.Create(routes);

        foreach (var route in routes)
        {
            foreach (var (end, decision) in new[] { ("", Allow), ("/", Allow), ("/x", Allow), ("?a", Allow), ("b", NoMatch), ("?/..", QueryClimb), ("/" + new string('x', 100), Allow) })
            {
                var target = route + end;
                Assert.True(decision == matcher.Evaluate(target, "GET"), string.Create(CultureInfo.InvariantCulture, $"{route.Length} octets and '{end}': {matcher.Evaluate(target, "GET")}"));
                Assert.Equal(decision, matcher.Evaluate(Encoding.ASCII.GetBytes(target), "GET"));
            }

            Assert.Equal(NoMatch, matcher.Evaluate(route[..^1] + "b", "GET"));
            Assert.Equal(NoMatch, matcher.Evaluate("/b" + route, "GET"));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Targets_of_every_length_that_no_route_covers_are_not_public(int count)
    {
        var matcher = UnauthenticatedRouteMatcher.Create(Enumerable.Range(0, count).Select(number => $"/route{number}"));
        for (var length = 1; length <= 8192; length += length < 1100 ? 1 : 709)
        {
            Assert.Equal(NoMatch, matcher.Evaluate("/" + new string('x', length - 1), "GET"));
            Assert.Equal(NoMatch, matcher.Evaluate("/route0" + new string('x', Math.Min(length, 8185)), "GET"));
        }
    }
}
