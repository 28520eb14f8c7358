using BatchWorker;
using BatchWorker.Jobs;
using BatchWorker.Screens;
using BatchWorker.Servers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

var arguments = Arguments.Read(args, out var problem);
if (problem is not null || arguments.Help)
{
    (problem is null ? Console.Out : Console.Error).WriteLine(problem is null ? Arguments.Usage : $"{problem}\n{Arguments.Usage}");
    return problem is null ? ExitCode.AllDone : ExitCode.BadArguments;
}

using var stop = new StopSignals();
var ledger = new Ledger(arguments.Jobs);
try
{
    await using var server = await BatchServer.StartAsync(arguments, ledger, stop.Token);
    Screen.Say(server.Description);
    await Screen.FollowAsync(ledger, () => RunAsync(server), stop.Token);
    Summary.Show(ledger);
    await server.EndFaultsAsync();
    return await new Leftovers(server, ledger).RemoveAsync() ? End(ledger.Totals) : ExitCode.SandboxesLeft;
}
catch (Exception error) when (error is ArgumentException or OptionsValidationException)
{
    Screen.Complain(error.Message);
    return ExitCode.BadArguments;
}
catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
{
    Screen.Say("Stopped before anything was begun.");
    return ExitCode.Stopped;
}

async Task RunAsync(BatchServer server)
{
    var builder = Host.CreateApplicationBuilder();
    // The screen belongs to the jobs.
    builder.Logging.ClearProviders();
    var client = builder.Services.AddSandboxClient(options =>
    {
        server.Configure(options);
        options.OnLeaseNotDeleted = ledger.NotDeleted;
    });
    if (arguments.Faults)
    {
        client.AddHttpMessageHandler(() => new JobHeader());
    }

    builder.Services.AddSingleton(arguments).AddSingleton(ledger).AddSingleton<Batch>().AddHostedService(services => services.GetRequiredService<Batch>());

    using var host = builder.Build();
    await host.StartAsync(CancellationToken.None);
    // The batch ends the host, or a signal does. Then the batch stops first, and after it the host ends the leases that are still open.
    await host.WaitForShutdownAsync(stop.Token);
    if (host.Services.GetRequiredService<Batch>().ExecuteTask is { } batch)
    {
        await batch;
    }
}

static int End(Totals totals) => totals switch
{
    { Cancelled: > 0 } or { Waiting: > 0 } => ExitCode.Stopped,
    { Failed: > 0 } => ExitCode.SomeFailed,
    _ => ExitCode.AllDone,
};
