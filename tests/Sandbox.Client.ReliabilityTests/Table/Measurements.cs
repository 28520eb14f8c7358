using System.Collections.Concurrent;
using Sandbox.Client.Testing;

namespace Sandbox.Client.ReliabilityTests.Table;

/// <summary>Measures each cell of the table once, for the test of its rule and for the page.</summary>
public sealed class Measurements : IAsyncLifetime
{
    private readonly ConcurrentDictionary<(WireCall, Situation, bool), Lazy<Task<Cell>>> _cells = new();
    private readonly ConcurrentDictionary<(WireCall, bool), Lazy<Task<IReadOnlyList<Cell>>>> _cuts = new();
    private SandboxEmulator _emulator = null!;

    public async Task InitializeAsync() => _emulator = await StartEmulatorAsync();

    public Task DisposeAsync() => _emulator.DisposeAsync().AsTask();

    /// <summary>One call in one situation.</summary>
    public Task<Cell> GetAsync(WireCall call, Situation situation, bool http2) =>
        _cells.GetOrAdd((call, situation, http2), _ => new(() => FaultRun.RunAsync(_emulator, call, situation, http2))).Value;

    /// <summary>One call whose answers are cut after each number of bytes, from none to all.</summary>
    public Task<IReadOnlyList<Cell>> GetCutsAsync(WireCall call, bool http2) => _cuts.GetOrAdd((call, http2), _ => new(() => CutAsync(call, http2))).Value;

    // Alone on its server: a list of all namespaces must stay short.
    private static async Task<IReadOnlyList<Cell>> CutAsync(WireCall call, bool http2)
    {
        await using var emulator = await StartEmulatorAsync();
        return await FaultRun.CutEverywhereAsync(emulator, call, http2);
    }

    // Sandboxes run at once, and snapshots are not done before a test is.
    private static Task<SandboxEmulator> StartEmulatorAsync() => SandboxEmulator.StartAsync(new SandboxEmulatorOptions
    {
        StartupDelay = TimeSpan.Zero,
        SnapshotDuration = TimeSpan.FromHours(1),
        ExecutorCount = 1000,
    });
}
