using Microsoft.Extensions.Hosting;
using Sandbox.Client;

namespace BatchWorker.Jobs;

/// <summary>Runs all jobs, some at a time. When the host stops it begins no more, and ends when those that run have let go of their sandboxes.</summary>
internal sealed class Batch(SandboxClient client, Ledger ledger, Arguments arguments, IHostApplicationLifetime host) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var limit = new ParallelOptions { MaxDegreeOfParallelism = arguments.Parallel, CancellationToken = stoppingToken };
        try
        {
            await Parallel.ForEachAsync(Enumerable.Range(1, arguments.Jobs), limit, async (job, stop) => await new JobRun(client, ledger, job).RunAsync(stop));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped: every job knows for itself how far it got.
        }
        finally
        {
            host.StopApplication();
        }
    }
}
