using Sandbox.Client.Fuzz.Targets;

namespace Sandbox.Client.Fuzz;

/// <summary>What the fuzzer found worth keeping, and what it began with, hold still.</summary>
public sealed class KeptCorpusTests
{
    public static TheoryData<string> Targets => [.. FuzzTargets.All.Keys];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Every_kept_input_holds(string name)
    {
        AllHold(name, KeptCorpus.Load(name));
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Every_seed_holds(string name)
    {
        AllHold(name, [.. FuzzTargets.All[name].Seeds]);
    }

    private static void AllHold(string name, IReadOnlyList<byte[]> inputs)
    {
        Assert.InRange(inputs.Count, 100, int.MaxValue);
        foreach (var input in inputs)
        {
            Assert.Null(Record.Exception(() => FuzzTargets.All[name].Check(input, thorough: true))?.ToString());
        }
    }
}
