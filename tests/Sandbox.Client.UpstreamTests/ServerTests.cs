using System.Globalization;
using Sandbox.Client.Routing;
using Sandbox.Client.Tests.Routing.Generation;
using Sandbox.Client.UpstreamTests.Surveys;
using Xunit.Abstractions;

namespace Sandbox.Client.UpstreamTests;

/// <summary>What is asserted about every server.</summary>
public abstract class ServerTests(ITestOutputHelper output)
{
    /// <summary>What the matcher allows comes from the public area, and the rest does the server no harm.</summary>
    /// <param name="survey">What the server answered.</param>
    /// <param name="isKnown">Targets that are known to reach something private on this server; each is expected to.</param>
    private protected void AssertContained(Survey survey, Func<string, string, bool>? isKnown = null)
    {
        foreach (var prefix in Targets.Prefixes)
        {
            AssertContained(survey, prefix, target => isKnown is not null && isKnown(prefix, target));
        }

        var corpus = survey.Visits.Where(visit => Targets.Corpus.Contains(visit.Target)).ToList();
        Print($"the corpus, whatever the decision: {corpus.Count} sent, {Leaks(corpus)} answered with something private");
        Assert.True(survey.IsAliveAtTheEnd, "The server does not serve any more.");
    }

    /// <summary>The same check finds what is wrong with the comparisons that are usual, so it can find something.</summary>
    private protected void AssertComparisonsLeak(Survey survey)
    {
        var byString = survey.Visits.Where(visit => visit.Target.StartsWith(Targets.Prefix, StringComparison.Ordinal)).ToList();
        var bySegment = byString.Where(visit => visit.Target.Length == Targets.Prefix.Length || visit.Target[Targets.Prefix.Length] is '/' or '?').ToList();
        Print($"{survey.Visits.Count} sent; StartsWith allows {byString.Count}, {Leaks(byString)} answered with something private");
        Print($"a comparison of segments allows {bySegment.Count}, {Leaks(bySegment)} answered with something private");

        Assert.NotEqual(0, Leaks(byString));
        Assert.NotEqual(0, Leaks(bySegment));
    }

    private static int Leaks(IEnumerable<Visit> visits) => visits.Count(visit => visit.IsLeak);

    private static void AssertNone(string what, IEnumerable<Visit> visits)
    {
        var found = visits.ToList();
        Assert.True(found.Count == 0, $"{found.Count} targets {what} (ROUTING_SEED={Campaign.Seed}):\n{string.Join('\n', found.Take(20))}");
    }

    private void AssertContained(Survey survey, string prefix, Func<string, bool> isKnown)
    {
        var matcher = UnauthenticatedRouteMatcher.Create([prefix]);
        var allowed = survey.Visits.Where(visit => matcher.IsPublic(visit.Target)).ToList();
        Print($"{prefix}: {allowed.Count} allowed, {allowed.Count(visit => visit.IsPublic)} answered from the public area, {Leaks(allowed)} with something private");

        // The rest of the answers are redirects and error pages that come from neither area.
        Assert.InRange(allowed.Count, Targets.Count, int.MaxValue);
        Assert.InRange(allowed.Count(visit => visit.IsPublic), allowed.Count / 3, allowed.Count);
        AssertNone($"that {prefix} allows get no answer", allowed.Where(visit => !visit.IsAnswered));
        AssertNone($"that {prefix} allows reach something private", allowed.Where(visit => visit.IsLeak && !isKnown(visit.Target)));
        AssertNone($"that {prefix} allows are no longer a known leak", allowed.Where(visit => !visit.IsLeak && isKnown(visit.Target)));
    }

    private void Print(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
