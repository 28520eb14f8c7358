using System.Globalization;

namespace Sandbox.Client.Tests.Routing.Generation;

/// <summary>Runs a check over many generated cases on all cores, with a fixed seed; a failure names the seed and the case.</summary>
/// <remarks>ROUTING_TARGETS sets how many cases, ROUTING_SEED the seed.</remarks>
internal static class Campaign
{
    public static ulong Seed { get; } = Setting("ROUTING_SEED", 20260304);

    /// <summary>Checks as many cases as asked for; returns how many there were.</summary>
    /// <param name="usual">How many cases when ROUTING_TARGETS is not set.</param>
    /// <param name="check">Gets the dice of one case.</param>
    public static long Run(long usual, Action<Dice> check)
    {
        var count = (long)Setting("ROUTING_TARGETS", (ulong)usual);
        Parallel.For(0, count, number =>
        {
            try
            {
                check(Dice.Of(Seed, number));
            }
            catch (Exception error)
            {
                throw new InvalidOperationException($"Case {number} of seed {Seed}: {error.Message}", error);
            }
        });
        return count;
    }

    private static ulong Setting(string name, ulong usual) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : usual;
}
