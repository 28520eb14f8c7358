using Sandbox.Client.Errors;
using Sandbox.Client.Leasing;

namespace BatchWorker.Jobs;

/// <summary>What is known of every job. Jobs, the client's callbacks and the fault server write to it at the same time.</summary>
internal sealed class Ledger
{
    private readonly Lock _lock = new();
    private readonly JobReport[] _reports;
    private readonly Dictionary<string, int> _jobBySandbox = new(StringComparer.Ordinal);
    private Totals _totals;

    public Ledger(int jobs)
    {
        _reports = [.. Enumerable.Range(1, jobs).Select(number => new JobReport { Number = number })];
        _totals = new Totals { Waiting = jobs };
    }

    /// <summary>Is told every change in order, one at a time: the job before and after, and the totals.</summary>
    public Action<JobReport, JobReport, Totals>? Changed { get; set; }

    public Totals Totals
    {
        get
        {
            lock (_lock)
            {
                return _totals;
            }
        }
    }

    /// <summary>All jobs as they are now, in order.</summary>
    public IReadOnlyList<JobReport> Reports
    {
        get
        {
            lock (_lock)
            {
                return [.. _reports];
            }
        }
    }

    public void Update(int job, Func<JobReport, JobReport> change)
    {
        lock (_lock)
        {
            var before = _reports[job - 1];
            var after = change(before);
            _reports[job - 1] = after;
            _totals = _totals.After(before, after);
            Changed?.Invoke(before, after, _totals);
        }
    }

    /// <summary>A job works in a sandbox.</summary>
    public void Leased(int job, string sandboxId)
    {
        lock (_lock)
        {
            _jobBySandbox[sandboxId] = job;
            Update(job, report => report with { Step = $"working in sandbox {sandboxId}", Sandboxes = report.Sandboxes.Add(sandboxId) });
        }
    }

    /// <summary>The end of a lease could not delete its sandbox: the client says so when the job ends it, and again when the host does.</summary>
    public void NotDeleted(SandboxLease lease, SandboxException error)
    {
        lock (_lock)
        {
            Update(_jobBySandbox[lease.Id], report => report with { Undeleted = report.Undeleted.Add(new UndeletedSandbox(lease.Id, $"{error.GetType().Name}: {error.Message}")) });
        }
    }
}
