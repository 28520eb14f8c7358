using Sandbox.Client.UpstreamTests.Processes;
using Sandbox.Client.UpstreamTests.Servers;
using Sandbox.Client.UpstreamTests.Surveys;
using Xunit.Abstractions;

namespace Sandbox.Client.UpstreamTests;

public sealed class ApacheTests(ITestOutputHelper output) : ServerTests(output)
{
    public static TheoryData<string> Configurations => [.. ApacheServer.Configurations];

    [ServerTheory(ApacheServer.Program)]
    [MemberData(nameof(Configurations))]
    public async Task What_the_rule_allows_never_reaches_anything_private(string configuration) =>
        AssertContained(await Survey.OfAsync(ApacheServer.StartAsync, configuration));

    [ServerTheory(ApacheServer.Program)]
    [MemberData(nameof(Configurations))]
    public async Task What_the_usual_comparisons_allow_does(string configuration) =>
        AssertComparisonsLeak(await Survey.OfAsync(ApacheServer.StartAsync, configuration));
}
