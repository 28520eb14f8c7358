using System.Text.RegularExpressions;
using Sandbox.Client.Routing;
using Sandbox.Client.Tests.Support;

namespace Sandbox.Client.Tests.Routing;

/// <summary>What docs/public-paths.md says of request targets is what the matcher says.</summary>
public sealed partial class PublicPathsPageTests
{
    [Fact]
    public void Every_row_of_the_page_is_right()
    {
        var page = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "public-paths.md"));
        var rows = Row().Matches(page);
        var matcher = UnauthenticatedRouteMatcher.Create(["/api/public", "/files/"]);

        Assert.InRange(rows.Count, 12, 100);
        Assert.All(rows, row => Assert.Equal(row.Groups["answer"].Value == "yes", matcher.IsPublic(row.Groups["target"].Value)));
        Assert.False(matcher.IsPublic("/api/public", "CONNECT"));
        Assert.False(matcher.IsPublic("/api/public", "TRACE"));
    }

    [GeneratedRegex(@"^\| `(?<target>[^`]+)` \| (?<answer>yes|no) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Row();
}
