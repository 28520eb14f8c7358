namespace BatchWorker.Jobs;

/// <summary>How many jobs are where.</summary>
internal sealed record Totals
{
    public int Waiting { get; init; }

    public int Running { get; init; }

    public int Done { get; init; }

    public int Failed { get; init; }

    public int Cancelled { get; init; }

    /// <summary>The attempts that were not the first of their job.</summary>
    public int Retried { get; init; }

    public int All => Waiting + Running + Done + Failed + Cancelled;

    /// <summary>The totals after a job has changed.</summary>
    public Totals After(JobReport before, JobReport after) => Plus(before, -1).Plus(after, 1);

    public override string ToString() => $"{Running} running, {Done} done, {Failed} failed, {Retried} retried";

    private Totals Plus(JobReport report, int sign)
    {
        var totals = this with { Retried = Retried + (sign * report.Retries) };
        return report.State switch
        {
            JobState.Waiting => totals with { Waiting = Waiting + sign },
            JobState.Running => totals with { Running = Running + sign },
            JobState.Done => totals with { Done = Done + sign },
            JobState.Failed => totals with { Failed = Failed + sign },
            _ => totals with { Cancelled = Cancelled + sign },
        };
    }
}
