using BatchWorker.Jobs;
using Sandbox.Client;
using Sandbox.Client.Testing;
using Sandbox.Client.Testing.Faults;

namespace BatchWorker.Servers;

/// <summary>The server that the batch runs at: a real one, an emulator in this process, or an emulator behind a server that spoils requests.</summary>
internal sealed class BatchServer : IAsyncDisposable
{
    // Some faults are silence, and nobody wants to watch that for the usual 30 s. Much less, and a busy machine spoils requests too.
    private static readonly TimeSpan AttemptTimeoutWithFaults = TimeSpan.FromSeconds(4);

    private FaultServer? _faults;

    private BatchServer()
    {
    }

    /// <summary>What it is, for people.</summary>
    public required string Description { get; init; }

    /// <summary>The emulator; null for a real server.</summary>
    public SandboxEmulator? Emulator { get; private init; }

    /// <exception cref="ArgumentException">The environment names no usable address.</exception>
    public static async Task<BatchServer> StartAsync(Arguments arguments, Ledger ledger, CancellationToken cancellationToken)
    {
        if (!arguments.Faults && Environment.GetEnvironmentVariable("TENSORLAKE_API_URL") is { Length: > 0 })
        {
            return new BatchServer { Description = $"Server: {SandboxClientOptions.FromEnvironment().Endpoint}" };
        }

        var emulator = await SandboxEmulator.StartAsync(new SandboxEmulatorOptions { Dialect = ServerDialect.Routes }, cancellationToken);
        if (!arguments.Faults)
        {
            return new BatchServer { Description = $"Server: an emulator in this process, at {emulator.Endpoint}", Emulator = emulator };
        }

        var seed = arguments.Seed ?? Random.Shared.Next();
        var faults = await FaultServer.StartAsync(emulator.Endpoint, new FaultMix(seed, ledger).Choose, cancellationToken: cancellationToken);
        return new BatchServer
        {
            Description = $"Server: an emulator in this process, behind a server that spoils requests, at {faults.Endpoint}; the same faults again: --seed {seed}",
            Emulator = emulator,
            _faults = faults,
        };
    }

    /// <summary>Sets the options of the client that the jobs use.</summary>
    public void Configure(SandboxClientOptions options)
    {
        ConfigureDirect(options);
        if (_faults is not null)
        {
            options.Endpoint = _faults.Endpoint;
            options.AttemptTimeout = AttemptTimeoutWithFaults;
        }
    }

    /// <summary>A client for which nothing is spoiled.</summary>
    public SandboxClient CreateDirectClient()
    {
        var options = new SandboxClientOptions();
        ConfigureDirect(options);
        return new SandboxClient(options);
    }

    /// <summary>Ends the server that spoils requests, so that none is under way any more.</summary>
    public async Task EndFaultsAsync()
    {
        if (_faults is not null)
        {
            await _faults.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await EndFaultsAsync();
        if (Emulator is not null)
        {
            await Emulator.DisposeAsync();
        }
    }

    private void ConfigureDirect(SandboxClientOptions options)
    {
        if (Emulator is not null)
        {
            options.Endpoint = Emulator.Endpoint;
            return;
        }

        var environment = SandboxClientOptions.FromEnvironment();
        options.Endpoint = environment.Endpoint;
        options.ApiKey = environment.ApiKey;
        options.Namespace = environment.Namespace;
    }
}
