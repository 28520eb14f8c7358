using Sandbox.Client.ContractTests.Plans;
using Xunit.Abstractions;

namespace Sandbox.Client.ContractTests;

/// <summary>Counts what the suite covers of the recordings.</summary>
public sealed class CoverageTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<(RecordedStep Step, StepPlan Plan)> Steps =
        [.. Recording.AllFiles.SelectMany(file => Recording.Load(file).Steps).Select(step => (step, StepPlanner.Plan(step)))];

    [Fact]
    public void Every_recorded_step_is_covered_or_excluded_for_a_listed_reason()
    {
        Assert.All(Steps, entry => Assert.True(
            entry.Plan.Kind is StepKind.Excluded ? Enum.IsDefined(entry.Plan.Reason!.Value) : entry.Plan.Call is not null,
            entry.Step.ToString()));
        foreach (var group in Steps.GroupBy(entry => (entry.Plan.Kind, entry.Plan.Reason)).OrderBy(group => group.Key))
        {
            output.WriteLine($"{group.Key.Kind} {group.Key.Reason}: {group.Count()}");
        }
    }

    [Fact]
    public void At_least_750_of_the_plain_server_steps_are_sent_as_recorded()
    {
        var plain = Steps.Where(entry => entry.Step is { At: "server", Kind: null }).ToList();
        Assert.Equal(1076, plain.Count);
        Assert.InRange(plain.Count(entry => entry.Plan.Kind is StepKind.Sent), 750, plain.Count);
    }

    [Fact]
    public void Every_operation_is_sent_as_recorded_to_every_generation_that_has_it()
    {
        var sent = Steps.Where(entry => entry.Plan.Kind is StepKind.Sent).Select(entry => (entry.Step.Dialect, entry.Plan.Operation)).ToHashSet();
        var wanted = WireOperations.All.SelectMany(operation => new[] { "older", "routes", "ports" }.Select(dialect => (dialect, (string?)operation.Name)));
        Assert.Empty(wanted.Except(sent));
    }
}
