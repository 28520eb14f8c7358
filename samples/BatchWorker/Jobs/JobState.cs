namespace BatchWorker.Jobs;

/// <summary>Where a job is.</summary>
internal enum JobState
{
    Waiting,
    Running,
    Done,
    Failed,
    Cancelled,
}
