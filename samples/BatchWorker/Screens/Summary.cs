using BatchWorker.Jobs;
using Spectre.Console;

namespace BatchWorker.Screens;

/// <summary>Tells what happened to every job.</summary>
internal static class Summary
{
    public static void Show(Ledger ledger)
    {
        var reports = ledger.Reports;
        var totals = ledger.Totals;
        if (Screen.IsTerminal)
        {
            ShowTable(reports);
        }
        else
        {
            ShowLines(reports);
        }

        Screen.Say($"{totals.All} jobs: {totals.Done} done, {totals.Failed} failed, {totals.Cancelled} cancelled, {totals.Waiting} not begun; {totals.Retried} retried.");
    }

    private static void ShowTable(IReadOnlyList<JobReport> reports)
    {
        var table = new Table { Border = TableBorder.Rounded }.AddColumns("job", "state", "attempts", "what happened");
        foreach (var report in reports)
        {
            table.AddRow(
                new Text($"{report.Number}"),
                new Text(State(report), StateStyle(report.State)),
                new Text($"{report.Attempts}"),
                new Text(string.Join('\n', WhatHappened(report))));
        }

        AnsiConsole.Write(table);
    }

    private static void ShowLines(IReadOnlyList<JobReport> reports)
    {
        Screen.Say("What happened to every job:");
        foreach (var report in reports)
        {
            Screen.Say($"  Job {report.Number}: {State(report)}, attempts: {report.Attempts}");
            foreach (var line in WhatHappened(report))
            {
                Screen.Say($"    {line}");
            }
        }
    }

    private static IEnumerable<string> WhatHappened(JobReport report)
    {
        foreach (var failure in report.Failures)
        {
            yield return $"attempt {failure.Attempt}: {failure.Error}";
        }

        foreach (var sandbox in report.Undeleted)
        {
            yield return $"sandbox {sandbox.Id} not deleted: {sandbox.Error}";
        }

        if (report.Faults.Count > 0)
        {
            yield return $"faults met: {string.Join("; ", report.Faults)}";
        }
    }

    private static string State(JobReport report) => report.State == JobState.Waiting ? "not begun" : $"{report.State}".ToLowerInvariant();

    private static Style StateStyle(JobState state) => state switch
    {
        JobState.Done => Color.Green,
        JobState.Failed => Color.Red,
        _ => Color.Yellow,
    };
}
