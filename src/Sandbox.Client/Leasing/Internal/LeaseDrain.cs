using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Sandbox.Client.Internal;

namespace Sandbox.Client.Leasing.Internal;

/// <summary>Ends the open leases of a container's clients when the host has stopped: after the services that use them, before the container is disposed.</summary>
internal sealed class LeaseDrain : IHostedLifecycleService
{
    private readonly ConcurrentBag<ClientResources> _clients = [];

    /// <summary>A client that was made. One that nobody asked for has no leases.</summary>
    public void Add(ClientResources client) => _clients.Add(client);

    /// <exception cref="AggregateException">Sandboxes may still run: each <see cref="Errors.SandboxException.LeftBehindId"/> names one.</exception>
    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        var drained = Task.WhenAll(_clients.Select(client => client.DrainAsync()));
        try
        {
            await drained.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!drained.IsCompleted)
        {
            // It goes on as long as the process lives; what it fails with then is in this error already.
            _ = drained.ContinueWith(static task => task.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            throw new AggregateException(
                "The host's time to stop was over before the sandboxes of all leases were deleted.",
                _clients.SelectMany(client => client.OpenLeases.All).Select(lease => lease.Abandoned("The host's time to stop was over.")));
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
