using System.Globalization;

namespace BatchWorker;

/// <summary>What the command line asks for.</summary>
internal sealed record Arguments
{
    public const string Usage = """
        BatchWorker [--jobs N] [--parallel M] [--faults [--seed S]]
          --jobs N      how many jobs there are: 1 to 100000; 20 unless given
          --parallel M  how many run at the same time: 1 to 1000; 4 unless given
          --faults      run against the emulator behind a server that spoils requests
          --seed S      which requests it spoils; a random number unless given
        Ends with 0 when all jobs are done, 1 when some failed, 2 for bad arguments, 3 when sandboxes are left, 130 when it was stopped.
        """;

    public int Jobs { get; private init; } = 20;

    public int Parallel { get; private init; } = 4;

    public bool Faults { get; private init; }

    public int? Seed { get; private init; }

    public bool Help { get; private init; }

    /// <summary>Reads the command line.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="problem">What is wrong with it; null for nothing.</param>
    /// <returns>What was read until then.</returns>
    public static Arguments Read(string[] arguments, out string? problem)
    {
        var read = new Arguments();
        problem = null;
        for (var index = 0; index < arguments.Length && problem is null; index++)
        {
            var option = arguments[index];
            read = option switch
            {
                "--jobs" => read with { Jobs = Number(arguments, ++index, 1, 100_000, ref problem) },
                "--parallel" => read with { Parallel = Number(arguments, ++index, 1, 1_000, ref problem) },
                "--seed" => read with { Seed = Number(arguments, ++index, 0, int.MaxValue, ref problem) },
                "--faults" => read with { Faults = true },
                "--help" => read with { Help = true },
                _ => Unknown(option, read, ref problem),
            };
        }

        if (problem is null && read is { Seed: not null, Faults: false })
        {
            problem = "--seed chooses the faults: give --faults too.";
        }

        return read;
    }

    private static int Number(string[] arguments, int index, int least, int most, ref string? problem)
    {
        var option = arguments[index - 1];
        if (index == arguments.Length)
        {
            problem = $"{option} needs a number.";
            return 0;
        }

        if (!int.TryParse(arguments[index], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < least || number > most)
        {
            problem = $"{option} takes a whole number from {least} to {most}, not \"{arguments[index]}\".";
        }

        return number;
    }

    private static Arguments Unknown(string option, Arguments read, ref string? problem)
    {
        problem = $"There is no option \"{option}\".";
        return read;
    }
}
