using BatchWorker.Servers;
using Sandbox.Client;
using Sandbox.Client.Errors;
using Sandbox.Client.Models;

namespace BatchWorker.Jobs;

/// <summary>One job, from its first attempt to its end.</summary>
internal sealed class JobRun(SandboxClient client, Ledger ledger, int job) : IProgress<SandboxInfo>
{
    private const int MostAttempts = 3;

    // A server that asks for more patience than this gets no other attempt than the client's own.
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    // A process that is killed deletes nothing: the server ends its sandboxes then.
    private static readonly CreateSandboxRequest Request = new()
    {
        Image = "python:3.14-slim",
        Resources = new SandboxResources { Cpus = 0.5, MemoryMb = 256 },
        Entrypoint = ["sleep", "600"],
        Timeout = TimeSpan.FromMinutes(10),
    };

    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            for (var attempt = 1; await AttemptAsync(attempt, stop) is { } pause; attempt++)
            {
                await Task.Delay(pause, stop);
            }
        }
        catch (OperationCanceledException error) when (stop.IsCancellationRequested)
        {
            ledger.Update(job, report => End(report, JobState.Cancelled, AttemptFailure.Of(report.Attempts, error)));
        }
    }

    /// <summary>The sandbox is seen while it starts.</summary>
    void IProgress<SandboxInfo>.Report(SandboxInfo value) =>
        ledger.Update(job, report => report with { Step = value.PendingReason is { } reason ? $"{value.Status} ({reason})" : value.Status.Value });

    /// <summary>Makes one attempt.</summary>
    /// <returns>How long to wait for the next one; null for none.</returns>
    private async Task<TimeSpan?> AttemptAsync(int attempt, CancellationToken stop)
    {
        JobHeader.Set(job, attempt);
        ledger.Update(job, report => report with { State = JobState.Running, Attempts = attempt, Step = "making a sandbox" });
        try
        {
            await using (var lease = await client.AcquireAsync(Request, progress: this, cancellationToken: stop))
            {
                ledger.Leased(job, lease.Id);
                await StandInWork.RunAsync(client, lease.Id, stop);
            }

            ledger.Update(job, report => End(report, JobState.Done, failure: null));
            return null;
        }
        catch (SandboxException error)
        {
            var failure = AttemptFailure.Of(attempt, error);
            var pause = error.RetryAfter > Pause ? error.RetryAfter.Value : Pause;
            if (failure.IsRepeatable && attempt < MostAttempts && pause <= LongestPause)
            {
                ledger.Update(job, report => report with { Step = "waiting for another attempt", Failures = report.Failures.Add(failure) });
                return pause;
            }

            ledger.Update(job, report => End(report, JobState.Failed, failure));
            return null;
        }
    }

    private static JobReport End(JobReport report, JobState state, AttemptFailure? failure) =>
        report with { State = state, Step = "", Failures = failure is null ? report.Failures : report.Failures.Add(failure) };
}
