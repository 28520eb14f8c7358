using System.Globalization;
using System.Text.RegularExpressions;
using Sandbox.Client.SampleTests.Processes;

namespace Sandbox.Client.SampleTests;

/// <summary>The batch worker as a process of its own, with its output read as it comes.</summary>
public sealed partial class BatchWorkerTests
{
    private const string Sample = "BatchWorker";

    [Fact]
    public async Task Every_job_is_done_in_a_sandbox_of_its_own_and_nothing_is_left()
    {
        var run = await RunAsync("--jobs", "6", "--parallel", "3");

        Assert.True(run.ExitCode == 0, $"{run}");
        Assert.All(Enumerable.Range(1, 6), job => Assert.Contains($"  Job {job}: done, attempts: 1", run.Output));
        Assert.Equal(6, run.Output.Select(line => LeasedSandbox().Match(line)).Where(match => match.Success).Select(match => match.Groups["id"].Value).Distinct().Count());
        Assert.Equal(3, run.Output.Select(line => Running().Match(line)).Where(match => match.Success).Max(match => Number(match, "count")));
        Assert.Contains("6 jobs: 6 done, 0 failed, 0 cancelled, 0 not begun; 0 retried.", run.Output);
        Assert.Contains("Sandboxes left, says the emulator itself: 0", run.Output);
        Assert.Equal("Nothing is left.", run.Output[^1]);
        Assert.Empty(run.Errors);
    }

    [Fact]
    public async Task Faults_are_told_job_by_job_and_leave_only_what_an_unknown_outcome_announced()
    {
        const int jobs = 16;
        var run = await RunAsync("--faults", "--seed", "13", "--jobs", $"{jobs}", "--parallel", "8");

        Assert.True(run.ExitCode == 1, $"{run}");
        Assert.All(Enumerable.Range(1, jobs), job => Assert.Single(run.Output, line => line.StartsWith($"  Job {job}: ", StringComparison.Ordinal)));
        Assert.Contains(run.Output, line => line.Contains("SandboxRateLimitedException, outcome Definite: sandboxes.create failed", StringComparison.Ordinal));
        Assert.Contains(run.Output, line => line.StartsWith("  Job ", StringComparison.Ordinal) && line.EndsWith(": done, attempts: 2", StringComparison.Ordinal));
        Assert.Contains(run.Output, line => line.Contains("not deleted: SandboxServerException", StringComparison.Ordinal));

        var unknown = run.Output.Count(line => line.Contains("outcome Unknown: sandboxes.create failed", StringComparison.Ordinal));
        var left = Assert.Single(run.Output.Select(line => Left().Match(line)), match => match.Success);
        Assert.InRange(Number(left, "count"), 1, unknown);
        Assert.Contains(run.Output, line => line.StartsWith("  The host has deleted what jobs could not delete: ", StringComparison.Ordinal));
        Assert.Equal("Nothing is left.", run.Output[^1]);
        Assert.Empty(run.Errors);
    }

    [Theory]
    [InlineData("--jobs", "1000", "--parallel", "20")]
    [InlineData("--jobs", "1000", "--parallel", "20", "--faults", "--seed", "7")]
    public async Task A_terminated_batch_drains_and_leaves_nothing(params string[] arguments)
    {
        await using var worker = SampleProcess.Start(Sample, arguments);
        await worker.WaitForLineAsync("works in sandbox");
        await worker.TerminateAsync();

        var run = await worker.WaitForExitAsync();

        Assert.True(run.ExitCode == 130, $"{run}");
        Assert.Contains("Stopping: no more jobs are begun, and those that run are stopped.", run.Output);
        var totals = Assert.Single(run.Output.Select(line => Totals().Match(line)), match => match.Success);
        Assert.InRange(Number(totals, "cancelled"), 1, 20);
        Assert.InRange(Number(totals, "waiting"), 1, 999);
        Assert.DoesNotContain(run.Output, line => line.Contains("NO ERROR TOLD", StringComparison.Ordinal));
        Assert.Equal("Nothing is left.", run.Output[^1]);
        Assert.Empty(run.Errors);
    }

    [Theory]
    [InlineData("--jobs takes a whole number from 1 to 100000, not \"0\".", "--jobs", "0")]
    [InlineData("--parallel needs a number.", "--faults", "--parallel")]
    [InlineData("--seed chooses the faults: give --faults too.", "--seed", "1")]
    [InlineData("There is no option \"--job\".", "--job", "1")]
    public async Task A_bad_argument_is_explained(string sentence, params string[] arguments)
    {
        var run = await RunAsync(arguments);

        Assert.True(run.ExitCode == 2, $"{run}");
        Assert.Equal(sentence, run.Errors[0]);
        Assert.Empty(run.Output);
    }

    private static async Task<SampleRun> RunAsync(params string[] arguments)
    {
        await using var worker = SampleProcess.Start(Sample, arguments);
        return await worker.WaitForExitAsync();
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^Job \d+ works in sandbox (?<id>\S+) \(", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex LeasedSandbox();

    [GeneratedRegex(@"\((?<count>\d+) running, ", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Running();

    [GeneratedRegex(@"^Sandboxes left, says the emulator itself: (?<count>\d+)$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Left();

    [GeneratedRegex(@"^\d+ jobs: \d+ done, \d+ failed, (?<cancelled>\d+) cancelled, (?<waiting>\d+) not begun; ", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Totals();
}
