using Sandbox.Client.UpstreamTests.Processes;
using Sandbox.Client.UpstreamTests.Servers;
using Sandbox.Client.UpstreamTests.Surveys;
using Xunit.Abstractions;

namespace Sandbox.Client.UpstreamTests;

public sealed class NodeTests(ITestOutputHelper output) : ServerTests(output)
{
    public static TheoryData<string> Configurations => [.. NodeServer.Configurations];

    public static TheoryData<string> AllConfigurations => [.. NodeServer.Configurations, NodeServer.JoinedTarget];

    [ServerTheory(NodeServer.Program)]
    [MemberData(nameof(Configurations))]
    public async Task What_the_rule_allows_never_reaches_anything_private(string configuration) =>
        AssertContained(await Survey.OfAsync(NodeServer.StartAsync, configuration));

    // "/api/public?x" is a file beside the public folder for a handler that takes the query for a part of the name.
    // A rule against that would close every query on the prefix itself; a prefix that ends with a slash has no such neighbour.
    [ServerTheory(NodeServer.Program)]
    [InlineData(NodeServer.JoinedTarget)]
    public async Task A_query_in_a_file_name_is_beside_the_public_folder_unless_the_prefix_ends_with_a_slash(string configuration) =>
        AssertContained(
            await Survey.OfAsync(NodeServer.StartAsync, configuration),
            isKnown: (prefix, target) => prefix == Targets.Prefix && target.StartsWith(Targets.Prefix + '?', StringComparison.Ordinal));

    [ServerTheory(NodeServer.Program)]
    [MemberData(nameof(AllConfigurations))]
    public async Task What_the_usual_comparisons_allow_does(string configuration) =>
        AssertComparisonsLeak(await Survey.OfAsync(NodeServer.StartAsync, configuration));
}
