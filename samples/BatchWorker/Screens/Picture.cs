using BatchWorker.Jobs;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace BatchWorker.Screens;

/// <summary>A picture of the batch on a terminal: how many jobs are where, and what those that run do.</summary>
internal sealed class Picture(Ledger ledger, CancellationToken stop)
{
    private const int MostRows = 10;

    // The ledger tells changes one at a time, so nothing here is used by two at once.
    private readonly SortedDictionary<int, JobReport> _running = [];

    public async Task FollowAsync(Func<Task> work) => await AnsiConsole.Live(new Text("")).StartAsync(async context =>
    {
        ledger.Changed = (_, after, totals) =>
        {
            if (after.State == JobState.Running)
            {
                _running[after.Number] = after;
            }
            else
            {
                _running.Remove(after.Number);
            }

            context.UpdateTarget(Paint(totals));
        };
        await work();
        ledger.Changed = null;
        context.UpdateTarget(Paint(ledger.Totals));
    });

    private Rows Paint(Totals totals)
    {
        var chart = new BreakdownChart().Width(72)
            .AddItem("done", totals.Done, Color.Green)
            .AddItem("failed", totals.Failed, Color.Red)
            .AddItem("cancelled", totals.Cancelled, Color.Yellow)
            .AddItem("running", totals.Running, Color.Blue)
            .AddItem("waiting", totals.Waiting, Color.Grey);
        var rows = new List<IRenderable> { new Text($"{totals.All} jobs: {totals}{(stop.IsCancellationRequested ? "; stopping" : "")}"), chart };
        if (_running.Count > 0)
        {
            rows.Add(PaintRunning());
        }

        return new Rows(rows);
    }

    private Table PaintRunning()
    {
        var table = new Table { Border = TableBorder.Rounded }.AddColumns("job", "attempt", "step");
        foreach (var job in _running.Values.Take(MostRows))
        {
            table.AddRow($"{job.Number}", $"{job.Attempts}", Markup.Escape(job.Step));
        }

        return _running.Count > MostRows ? table.Caption($"and {_running.Count - MostRows} more") : table;
    }
}
