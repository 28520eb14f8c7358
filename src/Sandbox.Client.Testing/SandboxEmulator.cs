using Sandbox.Client.Testing.Endpoints.Internal;
using Sandbox.Client.Testing.Http.Internal;
using Sandbox.Client.Testing.State.Internal;

namespace Sandbox.Client.Testing;

/// <summary>
/// A sandbox server in this process, on a free port of the loopback address. It answers as the real one does (endpoints, statuses, texts, odd corners), and
/// its sandboxes live on a <see cref="TimeProvider"/>. Nothing runs in them. Dispose it to free the port; nothing is left behind.
/// </summary>
public sealed partial class SandboxEmulator : IAsyncDisposable
{
    private readonly EmulatorState _state;
    private readonly Lock _gate;
    private readonly EmulatorServer _server;

    private SandboxEmulator(EmulatorState state, Lock gate, EmulatorServer server)
    {
        _state = state;
        _gate = gate;
        _server = server;
        Endpoint = server.Address;
    }

    /// <summary>Where it listens, such as <c>http://127.0.0.1:40123/</c>: the address to give to a client.</summary>
    public Uri Endpoint { get; }

    /// <summary>Starts an emulator with its own, empty state.</summary>
    /// <param name="options">What to play; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <returns>The emulator, already listening.</returns>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static async Task<SandboxEmulator> StartAsync(SandboxEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        var settings = new EmulatorSettings(options ?? new SandboxEmulatorOptions());
        var state = new EmulatorState(settings);
        var gate = new Lock();
        var application = new EmulatorApplication(state, gate, new Router(RouteTable.For(settings.Dialect)));
        var server = await EmulatorServer.StartAsync(application, cancellationToken).ConfigureAwait(false);
        return new SandboxEmulator(state, gate, server);
    }

    /// <summary>Stops listening, ends open connections and frees the port. A request that is being answered has a second to finish.</summary>
    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
