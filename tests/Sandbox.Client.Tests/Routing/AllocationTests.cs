using System.Text;
using Sandbox.Client.Routing;

namespace Sandbox.Client.Tests.Routing;

/// <summary>A decision allocates nothing, whatever it is and however long the target.</summary>
public class AllocationTests
{
    [Fact]
    public void Deciding_about_any_row_of_the_corpus_allocates_nothing()
    {
        var cases = CorpusCase.All
            .Select(row => (Matcher: UnauthenticatedRouteMatcher.CreateLenient(row.Prefixes, out _), row.Text, row.Target, row.Method))
            .Append((UnauthenticatedRouteMatcher.Create(["/p"]), "/p?" + new string('/', 8000), Encoding.Latin1.GetBytes("/p?" + new string('%', 8000)), "GET"))
            .Append((UnauthenticatedRouteMatcher.Create(["/a", "/b", "/c", "/d", "/e", "/p"]), "/p/" + new string('x', 8000), "/p/x?a=%2f.."u8.ToArray(), "GET"))
            .ToList();

        var allowed = DecideAll(cases);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var allowedAgain = DecideAll(cases);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
        Assert.Equal(allowed, allowedAgain);
        Assert.InRange(allowed, 86 * 3, (86 * 3) + 6);
    }

    private static int DecideAll(List<(UnauthenticatedRouteMatcher Matcher, string Text, byte[] Target, string Method)> cases)
    {
        var allowed = 0;
        foreach (var (matcher, text, target, method) in cases)
        {
            allowed += matcher.IsPublic(text, method) ? 1 : 0;
            allowed += matcher.IsPublic(text.AsSpan(), method) ? 1 : 0;
            allowed += matcher.IsPublic(target, method) ? 1 : 0;
        }

        return allowed;
    }
}
