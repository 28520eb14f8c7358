using Sandbox.Client.Http.Internal;
using Sandbox.Client.Leasing.Internal;
using Sandbox.Client.Telemetry.Internal;
using Sandbox.Client.Waiting.Internal;

namespace Sandbox.Client.Internal;

/// <summary>What a client shares with its views of other namespaces.</summary>
internal sealed class ClientResources(Transport transport) : IDisposable
{
    public Transport Transport { get; } = transport;

    public SharedWaits Waits { get; } = new(transport);

    public OpenLeases OpenLeases { get; } = new();

    /// <summary>Ends all leases of the client and its views.</summary>
    /// <exception cref="AggregateException">Sandboxes may still run.</exception>
    public async Task DrainAsync()
    {
        var failures = await OpenLeases.DrainAsync().ConfigureAwait(false);
        if (failures.Count > 0)
        {
            throw new AggregateException("Sandboxes of open leases could not be deleted, and may still run.", failures);
        }
    }

    /// <summary>Closes the connections. Leases that are still open can't be ended without waiting: they are told of.</summary>
    public void Dispose()
    {
        var abandoned = OpenLeases.All;
        OpenLeases.Dispose();
        Transport.Dispose();
        if (abandoned.Count > 0)
        {
            Log.LeasesAbandoned(Transport.Logger, abandoned.Count);
        }

        foreach (var lease in abandoned)
        {
            lease.ReportAbandoned($"The client was disposed with {nameof(IDisposable.Dispose)} while a lease was open: use {nameof(IAsyncDisposable.DisposeAsync)}, which ends leases.");
        }
    }
}
