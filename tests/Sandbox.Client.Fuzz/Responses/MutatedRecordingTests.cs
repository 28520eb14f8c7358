using System.Globalization;
using Sandbox.Client.Fuzz.Targets;
using Sandbox.Client.Tests.Routing.Generation;

namespace Sandbox.Client.Fuzz.Responses;

/// <summary>Recorded answers, changed at random with a fixed seed: whatever comes, a call ends as it should.</summary>
/// <remarks>RESPONSES_INPUTS sets how many, RESPONSES_SEED the seed.</remarks>
public sealed class MutatedRecordingTests
{
    [Fact]
    public void Every_changed_recording_is_a_record_or_a_typed_error()
    {
        var (count, seed) = (Setting("RESPONSES_INPUTS", 8_000), Setting("RESPONSES_SEED", 20260726));
        var target = new ResponsesTarget();
        var recordings = target.Seeds.ToList();
        Assert.InRange(recordings.Count, 100, 2000);

        Parallel.For(0, (long)count, number =>
        {
            var input = RecordingMutator.Make(recordings, Dice.Of(seed, number));
            var error = Record.Exception(() => target.Check(input, thorough: false));
            Assert.True(error is null, $"Input {number} of RESPONSES_SEED={seed} ({Convert.ToHexString(input.AsSpan(0, Math.Min(input.Length, 3000)))}): {error}");
        });
    }

    private static ulong Setting(string name, ulong usual) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : usual;
}
