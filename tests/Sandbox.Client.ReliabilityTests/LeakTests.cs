using Sandbox.Client.ReliabilityTests.Leaks;
using Sandbox.Client.Testing.Faults;

namespace Sandbox.Client.ReliabilityTests;

/// <summary>Whatever happens at any step and byte of a conversation, nothing stays that nobody was told about, but for what an unknown outcome announced.</summary>
public sealed class LeakTests
{
    // All bytes take minutes; an ordinary run tries some.
    private static readonly int Stride = Environment.GetEnvironmentVariable("RELIABILITY_CUTS") == "all" ? 1 : 7;

    public static TheoryData<string, bool> Cases
    {
        get
        {
            var cases = new TheoryData<string, bool>();
            foreach (var conversation in Conversation.All)
            {
                cases.Add(conversation.Name, false);
                cases.Add(conversation.Name, true);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Nothing_is_left_behind_without_a_word(string name, bool http2)
    {
        var conversation = Conversation.All.Single(conversation => conversation.Name == name);
        await using var run = await LeakRun.StartAsync(http2);

        var steps = await CountStepsAsync(run, conversation);
        for (var step = 1; step <= steps; step++)
        {
            await CutAsync(run, conversation, step, steps);
            await DisturbAsync(run, conversation, step);
        }

        Assert.InRange(steps, 2, 5);
        Assert.True(run.Leaks.Count == 0, string.Join(Environment.NewLine, run.Leaks));
        Assert.True(await run.EndClientAsync(), "Connections stay open.");
    }

    [Fact]
    public async Task The_judge_finds_what_a_careless_program_leaves_behind()
    {
        await using var run = await LeakRun.StartAsync(http2: false);

        Assert.Equal(2, await run.HaveAsync(Conversation.Careless, disturbance: null));
        Assert.Empty(run.Leaks);
        await run.HaveAsync(Conversation.Careless, new Disturbance(2, Fault.Answer(403, "no", "text/plain"), IsLasting: true));

        Assert.Contains("1 left behind, SandboxPermissionDeniedException", Assert.Single(run.Leaks), StringComparison.Ordinal);
    }

    // The clock waits for nobody, so a wait may look once more before it hears that it is over: the fewest requests are those of the conversation itself.
    private static async Task<int> CountStepsAsync(LeakRun run, Conversation conversation)
    {
        var fewest = int.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            fewest = Math.Min(fewest, (await run.HaveAsync(conversation, disturbance: null))!.Value);
        }

        return fewest;
    }

    private static async Task CutAsync(LeakRun run, Conversation conversation, int step, int steps)
    {
        foreach (var isLasting in new[] { false, true })
        {
            // Behind the end of the answer a cut changes nothing.
            for (var bytes = 0; await run.HaveAsync(conversation, new Disturbance(step, Fault.CloseAfter(bytes), isLasting)) != steps; bytes += Stride)
            {
                Assert.InRange(bytes, 0, 10_000);
            }
        }
    }

    private static async Task DisturbAsync(LeakRun run, Conversation conversation, int step)
    {
        Fault[] faults = [Fault.Close(), Fault.CloseAfterEffect(), Fault.Reset(), Fault.Answer(503, "no", "text/plain"), Fault.AnswerAfterEffect(504, "no", "text/plain"), Fault.Answer(404, "no", "text/plain"), Fault.Answer(403, "no", "text/plain"), Fault.Answer(200, "<html>")];
        Fault[] stalls = [Fault.Stall(), Fault.StallAfter(0), Fault.StallAfter(20), Fault.StallAfter(170)];
        foreach (var isLasting in new[] { false, true })
        {
            foreach (var cancels in new[] { false, true })
            {
                foreach (var fault in faults)
                {
                    await run.HaveAsync(conversation, new Disturbance(step, fault, isLasting, cancels));
                }

                foreach (var stall in stalls)
                {
                    await run.HaveAsync(conversation, new Disturbance(step, stall, isLasting, cancels, Stalls: true));
                }
            }

            await run.HaveAsync(conversation, new Disturbance(step, Fault: null, isLasting, Cancels: true));
        }
    }
}
