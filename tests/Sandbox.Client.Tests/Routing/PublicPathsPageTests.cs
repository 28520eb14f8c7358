using System.Text.RegularExpressions;
using Sandbox.Client.Routing;
using Sandbox.Client.Tests.Support;

namespace Sandbox.Client.Tests.Routing;

/// <summary>What docs/public-paths.md says of request targets is what the matcher says.</summary>
public sealed partial class PublicPathsPageTests
{
    private static string Page => File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "public-paths.md"));

    [Fact]
    public void Every_row_of_the_page_is_right()
    {
        var rows = Row().Matches(Page);
        var matcher = UnauthenticatedRouteMatcher.Create(["/api/public", "/files/"]);

        Assert.InRange(rows.Count, 12, 100);
        Assert.All(rows, row => Assert.Equal(row.Groups["answer"].Value == "yes", matcher.IsPublic(row.Groups["target"].Value)));
        Assert.False(matcher.IsPublic("/api/public", "CONNECT"));
        Assert.False(matcher.IsPublic("/api/public", "TRACE"));
    }

    [Fact]
    public void What_the_page_says_of_string_prefixes_is_right()
    {
        var rows = PrefixRow().Matches(Page);
        var plain = UnauthenticatedRouteMatcher.Create(["/api/public"]);
        var slash = UnauthenticatedRouteMatcher.Create(["/api/public/"]);

        Assert.InRange(rows.Count, 10, 100);
        Assert.All(rows, row =>
        {
            var target = row.Groups["target"].Value;
            Assert.Equal(row.Groups["plain"].Value == "yes", target.StartsWith("/api/public", StringComparison.Ordinal));
            Assert.Equal(row.Groups["slash"].Value == "yes", target.StartsWith("/api/public/", StringComparison.Ordinal));
            Assert.Equal(row.Groups["matcher"].Value != "no", plain.IsPublic(target));
            Assert.Equal(row.Groups["matcher"].Value == "yes", slash.IsPublic(target));
        });
    }

    [GeneratedRegex(@"^\| `(?<target>[^`]+)` \| (?<answer>yes|no) \| (?!yes|no)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Row();

    [GeneratedRegex(@"^\| `(?<target>[^`]+)` \| (?<plain>yes|no) \| (?<slash>yes|no) \| (?<matcher>yes, with `/api/public`|yes|no) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex PrefixRow();
}
