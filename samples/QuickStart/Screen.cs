using Spectre.Console;

namespace QuickStart;

/// <summary>Shows what happens: tables and a live status on a terminal, plain lines elsewhere.</summary>
internal sealed class Screen
{
    private readonly bool _isTerminal = !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Interactive;

    public static void Say(string line) => Console.Out.WriteLine(line);

    public static void Complain(string line) => Console.Error.WriteLine(line);

    /// <summary>Shows rows of cells under a title.</summary>
    public void Table(string title, string[] headings, IEnumerable<string[]> rows)
    {
        if (_isTerminal)
        {
            var table = new Table { Title = new TableTitle(Markup.Escape(title)), Border = TableBorder.Rounded };
            table.AddColumns([.. headings.Select(Markup.Escape)]);
            foreach (var row in rows)
            {
                table.AddRow([.. row.Select(Markup.Escape)]);
            }

            AnsiConsole.Write(table);
            return;
        }

        Say($"{title}:");
        foreach (var row in rows)
        {
            Say($"  {string.Join(", ", headings.Zip(row, (heading, cell) => $"{heading}: {cell}"))}");
        }
    }

    /// <summary>Runs <paramref name="work"/> and shows what it reports while it runs.</summary>
    public async Task<T> WaitAsync<T>(string what, Func<Action<string>, Task<T>> work)
    {
        if (_isTerminal)
        {
            return await AnsiConsole.Status().StartAsync(Markup.Escape(what), context => work(state => context.Status(Markup.Escape($"{what}: {state}"))));
        }

        return await work(state => Say($"{what}: {state}"));
    }
}
