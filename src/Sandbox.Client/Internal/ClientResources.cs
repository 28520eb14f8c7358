using Sandbox.Client.Http.Internal;
using Sandbox.Client.Leasing.Internal;
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

    public void Dispose()
    {
        OpenLeases.Dispose();
        Transport.Dispose();
    }
}
