using Sandbox.Client.Routing;

namespace Sandbox.Client.Tests.Routing;

/// <summary>Every row of the corpus, through every overload.</summary>
public class CorpusTests
{
    public static TheoryData<string> Ids => [.. CorpusCase.All.Select(row => row.Id)];

    [Fact]
    public void The_corpus_is_complete()
    {
        Assert.Equal(445, CorpusCase.All.Count);
        Assert.Equal(445, CorpusCase.All.Select(row => row.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(86, CorpusCase.All.Count(row => row.Allowed));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_row_is_decided_as_expected(string id)
    {
        var row = CorpusCase.All.Single(one => one.Id == id);
        var matcher = UnauthenticatedRouteMatcher.CreateLenient(row.Prefixes, out _);

        Assert.Equal(row.Allowed, matcher.IsPublic(row.Target, row.Method));
        Assert.Equal(row.Allowed, matcher.IsPublic(row.Text, row.Method));
        Assert.Equal(row.Allowed, matcher.IsPublic(row.Text.AsSpan(), row.Method));
        Assert.Equal(row.Allowed, matcher.Evaluate(row.Target, row.Method, out _) == UnauthenticatedRouteDecision.Allow);
        Assert.Equal(row.Allowed, matcher.Evaluate(row.Text, row.Method, out _) == UnauthenticatedRouteDecision.Allow);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_list_with_a_bad_entry_is_refused_by_the_strict_constructor_only(string id)
    {
        var row = CorpusCase.All.Single(one => one.Id == id);
        var lenient = UnauthenticatedRouteMatcher.CreateLenient(row.Prefixes, out var diagnostics);

        if (diagnostics.Count == 0)
        {
            Assert.Equal(lenient, UnauthenticatedRouteMatcher.Create(row.Prefixes));
        }
        else
        {
            var error = Assert.Throws<InvalidUnauthenticatedRouteException>(() => UnauthenticatedRouteMatcher.Create(row.Prefixes));
            Assert.Equal(diagnostics[0], error.Diagnostic);
            Assert.Equal(row.Prefixes[diagnostics[0].Index], diagnostics[0].Entry);
        }
    }

    // A proxy that forwards another target than the one that was judged defeats the judgement.
    [Fact]
    public void What_the_executors_proxy_would_change_needs_credentials()
    {
        var matcher = UnauthenticatedRouteMatcher.Create(["/api/public"]);
        var changed = CorpusCase.Rows("proxy-forwarding.tsv").Where(row => row[1] == "200" && row[2] != "=").ToList();

        Assert.Equal(9, changed.Count);
        Assert.All(changed, row => Assert.False(matcher.IsPublic(CorpusCase.Unescape(row[0])), row[0]));
    }
}
