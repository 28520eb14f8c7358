using BatchWorker.Jobs;

namespace BatchWorker.Screens;

/// <summary>A line for each thing that happens to a job: for files and pipes.</summary>
internal sealed class Lines(Ledger ledger, CancellationToken stop)
{
    public async Task FollowAsync(Func<Task> work)
    {
        ledger.Changed = Show;
        await using var stopping = stop.Register(() => Screen.Say("Stopping: no more jobs are begun, and those that run are stopped."));
        await work();
        ledger.Changed = null;
    }

    private static void Show(JobReport before, JobReport after, Totals totals)
    {
        if (What(before, after) is { } what)
        {
            Screen.Say($"Job {after.Number} {what} ({totals})");
        }
    }

    private static string? What(JobReport before, JobReport after) => after switch
    {
        _ when after.Undeleted.Count > before.Undeleted.Count => $"could not delete sandbox {after.Undeleted[^1].Id}",
        _ when after.Attempts > before.Attempts => after.Attempts == 1 ? "begins" : $"begins again, attempt {after.Attempts}",
        _ when after.Sandboxes.Count > before.Sandboxes.Count => $"works in sandbox {after.Sandboxes[^1]}",
        { State: JobState.Done } when before.State != JobState.Done => "is done",
        { State: JobState.Failed } when before.State != JobState.Failed => "failed",
        { State: JobState.Cancelled } when before.State != JobState.Cancelled => "is cancelled",
        _ => null,
    };
}
