using BatchWorker.Jobs;
using Spectre.Console;

namespace BatchWorker.Screens;

/// <summary>Says what happens: on a terminal in one picture that is painted again and again, elsewhere in lines.</summary>
internal static class Screen
{
    public static bool IsTerminal { get; } = !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Interactive;

    public static void Say(string line) => Console.Out.WriteLine(line);

    public static void Complain(string line) => Console.Error.WriteLine(line);

    /// <summary>Does <paramref name="work"/> and shows what becomes of the jobs while it runs.</summary>
    public static Task FollowAsync(Ledger ledger, Func<Task> work, CancellationToken stop) =>
        IsTerminal ? new Picture(ledger, stop).FollowAsync(work) : new Lines(ledger, stop).FollowAsync(work);
}
