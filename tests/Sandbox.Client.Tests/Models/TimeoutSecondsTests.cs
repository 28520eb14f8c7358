using System.Text.Json;
using Sandbox.Client.Models;
using Sandbox.Client.Serialization;
using Sandbox.Client.Tests.Support;

namespace Sandbox.Client.Tests.Models;

/// <summary>A timeout is a <see cref="TimeSpan"/> here and whole seconds on the wire, where 0 means "never".</summary>
public sealed class TimeoutSecondsTests
{
    public static TheoryData<TimeSpan, ulong> Rounded => new()
    {
        { TimeSpan.FromTicks(1), 1 },
        { TimeSpan.FromMilliseconds(999), 1 },
        { TimeSpan.FromSeconds(1), 1 },
        { TimeSpan.FromSeconds(1.5), 2 },
        { TimeSpan.FromMinutes(10), 600 },
        { Timeout.InfiniteTimeSpan, 0 },
        { TimeSpan.MaxValue, 922337203686 },
    };

    [Theory]
    [MemberData(nameof(Rounded))]
    public void A_fraction_of_a_second_counts_as_a_whole_one(TimeSpan timeout, ulong seconds) =>
        Assert.Equal(seconds, new CreateSandboxRequest { Timeout = timeout }.TimeoutSeconds);

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    [InlineData(long.MinValue)]
    public void Zero_and_less_are_refused(long ticks)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new CreateSandboxRequest { Timeout = TimeSpan.FromTicks(ticks) });

        Assert.Contains("Timeout.InfiniteTimeSpan", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0UL)]
    [InlineData(1UL)]
    [InlineData(922337203685UL)]
    [InlineData(922337203686UL)]
    [InlineData(ulong.MaxValue)]
    public void The_exact_seconds_survive_a_round_trip(ulong seconds)
    {
        var json = Wire.Sandbox().Replace("\"timeout_secs\":600", $"\"timeout_secs\":{seconds}", StringComparison.Ordinal);

        var sandbox = JsonSerializer.Deserialize<SandboxInfo>(json, SandboxJson.Options)!;

        Assert.Equal(seconds, sandbox.TimeoutSeconds);
        Assert.Equal(seconds switch { 0 => Timeout.InfiniteTimeSpan, > 922337203685UL => TimeSpan.MaxValue, _ => TimeSpan.FromSeconds((long)seconds) }, sandbox.Timeout);
        Assert.Contains($"\"timeout_secs\":{seconds}", JsonSerializer.Serialize(sandbox, SandboxJson.Options), StringComparison.Ordinal);
    }

    [Fact]
    public void An_update_keeps_the_seconds_that_no_time_span_holds()
    {
        var pool = new SandboxPoolInfo { Id = "p", Namespace = "n", Image = "i", TimeoutSeconds = ulong.MaxValue };

        Assert.Equal(ulong.MaxValue, UpdateSandboxPoolRequest.From(pool, null, null, null).TimeoutSeconds);
    }
}
