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

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.WhenAll(_clients.Select(client => client.DrainAsync())).WaitAsync(cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
