using Sandbox.Client.Models;

namespace Sandbox.Client.Tests.Models;

/// <summary>Sets that a server may extend.</summary>
public sealed class TextSetTests
{
    [Fact]
    public void Letter_case_makes_no_difference_and_the_text_is_kept()
    {
        var status = new SandboxStatus("Running");

        Assert.Equal(SandboxStatus.Running, status);
        Assert.Equal(SandboxStatus.Running.GetHashCode(), status.GetHashCode());
        Assert.Equal("Running", status.ToString());
        Assert.NotEqual(SandboxStatus.Pending, status);
    }

    [Fact]
    public void What_was_not_said_is_no_status()
    {
        Assert.False(SandboxStatus.Unspecified.IsSpecified);
        Assert.Equal(default, new SandboxStatus(""));
        Assert.NotEqual(SandboxStatus.Pending, default);
        Assert.Equal("", default(SandboxStatus).Value);
    }

    [Fact]
    public void An_unknown_value_is_kept() => Assert.Equal("hibernating", new SandboxStatus("hibernating").Value);

    [Theory]
    [InlineData("Success(UserTerminated)", true, false, "UserTerminated")]
    [InlineData("Failure(ContainerTerminated(Oom))", false, true, "ContainerTerminated(Oom)")]
    [InlineData("failure(ExecutorRemoved)", false, true, "ExecutorRemoved")]
    [InlineData("Unknown", false, false, null)]
    [InlineData("", false, false, null)]
    public void An_outcome_can_be_read(string text, bool succeeded, bool failed, string? reason)
    {
        var outcome = new SandboxOutcome(text);

        Assert.Equal(succeeded, outcome.Succeeded);
        Assert.Equal(failed, outcome.Failed);
        Assert.Equal(reason, outcome.Reason);
    }

    [Fact]
    public void Lists_compare_by_value()
    {
        ValueList<string> one = ["a", "b"];
        ValueList<string> other = ["a", "b"];

        Assert.True(one == other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.True(one != (ValueList<string>)["b", "a"]);
        Assert.Equal(new NetworkPolicy { AllowOut = ["x"] }, new NetworkPolicy { AllowOut = ["x"] });
    }
}
