using Sandbox.Client.ReliabilityTests.Table;
using Sandbox.Client.Tests.Support;

namespace Sandbox.Client.ReliabilityTests;

/// <summary>Every operation in every situation does what the rules say; docs/reliability.md shows what was measured here.</summary>
public sealed class FaultTableTests(Measurements measurements) : IClassFixture<Measurements>
{
    public static TheoryData<string> SituationNames => [.. Situations.All.Select(situation => situation.Name)];

    public static TheoryData<string> SituationNamesOfHttp2 => [.. Situations.All.Where(situation => !situation.IsRaw).Select(situation => situation.Name)];

    public static TheoryData<string> CallNames => [.. WireCall.All.Select(call => call.Name)];

    [Theory]
    [MemberData(nameof(SituationNames))]
    public Task Every_operation_does_what_the_rules_say(string name) => CheckAsync(name, http2: false);

    [Theory]
    [MemberData(nameof(SituationNamesOfHttp2))]
    public Task Every_operation_does_what_the_rules_say_by_HTTP_2(string name) => CheckAsync(name, http2: true);

    [Theory]
    [MemberData(nameof(CallNames))]
    public async Task An_answer_that_is_cut_at_any_byte_is_no_success(string name)
    {
        var call = WireCall.All.Single(call => call.Name == name);

        Assert.Empty(CutAnswers.Check(call, await measurements.GetCutsAsync(call, http2: false), http2: false));
        Assert.Empty(CutAnswers.Check(call, await measurements.GetCutsAsync(call, http2: true), http2: true));
    }

    [Fact]
    public async Task The_page_shows_what_was_measured()
    {
        var path = Path.Combine(SourceTree.Root, "docs", "reliability.md");
        var page = await File.ReadAllTextAsync(path);
        var begin = page.IndexOf(TablePage.Begin, StringComparison.Ordinal) + TablePage.Begin.Length + 1;
        var end = page.IndexOf(TablePage.End, StringComparison.Ordinal);
        var table = $"\n{await TablePage.WriteAsync(measurements)}\n";
        if (Environment.GetEnvironmentVariable("RELIABILITY_TABLE") == "write")
        {
            page = $"{page[..begin]}{table}{page[end..]}";
            await File.WriteAllTextAsync(path, page);
            end = page.IndexOf(TablePage.End, StringComparison.Ordinal);
        }

        Assert.Equal(table, page[begin..end]);
    }

    private async Task CheckAsync(string name, bool http2)
    {
        var situation = Situations.All.Single(situation => situation.Name == name);
        var wrong = new List<string>();
        foreach (var call in WireCall.All)
        {
            var expected = Expectation.Of(call, situation, http2);
            var cell = await measurements.GetAsync(call, situation, http2);
            if (!expected.Covers(cell))
            {
                wrong.Add($"{call}: {cell}, expected {expected}");
            }
        }

        Assert.True(wrong.Count == 0, $"{situation}:\n{string.Join('\n', wrong)}");
    }
}
