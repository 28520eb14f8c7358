using Sandbox.Client.Errors;
using Sandbox.Client.Models;
using Sandbox.Client.Testing;
using Sandbox.Client.Testing.Faults;
using Sandbox.Client.Tests.Support;

namespace Sandbox.Client.ReliabilityTests.Leaks;

/// <summary>Has conversations over a server that disturbs them, each in a namespace of its own, and looks at what they leave behind.</summary>
internal sealed class LeakRun : IAsyncDisposable
{
    // Enough for some looks; a server that fails for good would else be looked at hundreds of times.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(30);

    private readonly VirtualTime _time;
    private readonly SandboxEmulator _emulator;
    private readonly SandboxClient _direct;
    private FaultServer _server = null!;
    private SandboxClient _client = null!;
    private Disturbance? _disturbance;
    private CancellationTokenSource _caller = new();
    private string _namespace = "";
    private int _requests;
    private int _creations;
    private int _cases;

    private LeakRun(SandboxEmulator emulator, VirtualTime time)
    {
        _time = time;
        _emulator = emulator;
        _direct = emulator.CreateClient();
    }

    /// <summary>What was left behind without a word, as sentences.</summary>
    public List<string> Leaks { get; } = [];

    public static async Task<LeakRun> StartAsync(bool http2)
    {
        var time = new VirtualTime();
        time.IsTimeout(TimeSpan.FromSeconds(10));
        time.IsTimeout(Patience);

        // A sandbox is pending at the first look, and runs at the second.
        var emulator = await SandboxEmulator.StartAsync(new SandboxEmulatorOptions
        {
            Dialect = ServerDialect.Routes,
            TimeProvider = time,
            StartupDelay = TimeSpan.FromMilliseconds(1),
            ExecutorCount = 100,
        });
        var run = new LeakRun(emulator, time);
        run._server = await FaultServer.StartAsync(emulator.Endpoint, run.Choose, new FaultServerOptions { Http2 = http2 });
        run._client = new SandboxClient(new SandboxClientOptions
        {
            Endpoint = run._server.Endpoint,
            TimeProvider = time,
            UseHttp2 = http2,
            WaitTimeout = Patience,
            Retry = new Resilience.SandboxRetryOptions { Budget = 1_000_000 },
        });
        return run;
    }

    /// <summary>Has a conversation, and notes what it leaves behind without a word.</summary>
    /// <returns>How many requests it took; null when it did not end as if nothing had happened.</returns>
    public async Task<int?> HaveAsync(Conversation conversation, Disturbance? disturbance)
    {
        var name = $"c{++_cases}";
        var poolId = conversation.NeedsPool ? (await _direct.InNamespace(name).Pools.CreateAsync(new CreateSandboxPoolRequest { Image = "i" })).Id : "";
        using var caller = new CancellationTokenSource();
        (_caller, _disturbance, _requests, _creations) = (caller, disturbance, 0, 0);
        Volatile.Write(ref _namespace, name);
        string? handedOver = null;
        var error = await Record.ExceptionAsync(async () => handedOver = await conversation.RunAsync(_client.InNamespace(name), poolId, caller.Token));
        Volatile.Write(ref _namespace, "");
        await JudgeAsync(conversation, disturbance, name, poolId, handedOver, error);
        return error is null ? _requests : null;
    }

    /// <summary>Ends the client.</summary>
    /// <returns>True when the server sees all its connections closed.</returns>
    public async Task<bool> EndClientAsync()
    {
        await _client.DisposeAsync();
        return SpinWait.SpinUntil(() => _server.OpenConnections == 0, TimeSpan.FromSeconds(30));
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        _direct.Dispose();
        await _server.DisposeAsync();
        await _emulator.DisposeAsync();
        _caller.Dispose();
    }

    private Fault? Choose(FaultRequest request)
    {
        // A request of an earlier case may come late.
        if (!request.Target.Contains($"/{Volatile.Read(ref _namespace)}/", StringComparison.Ordinal))
        {
            return null;
        }

        if (request.Method == "POST")
        {
            Interlocked.Increment(ref _creations);
        }

        var number = Interlocked.Increment(ref _requests);
        if (_disturbance is not { } disturbance || number < disturbance.Step || (number > disturbance.Step && !disturbance.IsLasting))
        {
            return null;
        }

        if (disturbance.Cancels)
        {
            _caller.Cancel();
        }

        if (disturbance.Stalls)
        {
            // What waits for the answer has its time-out running since before it sent.
            ThreadPool.QueueUserWorkItem(_ => _time.Advance(AttemptTimeout));
        }

        return disturbance.Fault;
    }

    private async Task JudgeAsync(Conversation conversation, Disturbance? disturbance, string name, string poolId, string? handedOver, Exception? error)
    {
        var scope = _direct.InNamespace(name);
        var there = conversation.MakesPool
            ? await scope.Pools.ListAsync().Select(pool => pool.Id).ToListAsync()
            : [.. _emulator.GetLiveSandboxes().Where(sandbox => sandbox.Namespace == name).Select(sandbox => sandbox.Id)];
        var told = Told(error).Append(handedOver).ToHashSet(StringComparer.Ordinal);
        var untold = there.Where(id => !told.Contains(id)).ToList();
        if (untold.Count > (IsUnknown(error) && !IsCreationAnswered(conversation, disturbance) ? 1 : 0))
        {
            Note($"{untold.Count} left behind");
        }

        if (handedOver is not null && !there.Contains(handedOver))
        {
            Note("what was handed over is gone");
        }

        if (_creations > 1)
        {
            Note($"made {_creations} times");
        }

        foreach (var id in there)
        {
            try
            {
                await (conversation.MakesPool ? scope.Pools.DeleteAsync(id) : scope.DeleteAsync(id));
            }
            catch (SandboxNotFoundException)
            {
                // A deletion that the client gave up had its effect after all, later.
            }
        }

        void Note(string what) => Leaks.Add($"{conversation}, {disturbance}: {what}, {error?.GetType().Name ?? "success"} {error?.Message}");
    }

    // Then the id has arrived, and may not be kept from whoever has to delete it.
    private static bool IsCreationAnswered(Conversation conversation, Disturbance? disturbance) =>
        disturbance is null || disturbance.Step > 1 || (disturbance.Fault is null && (!disturbance.Cancels || conversation.SeesCreationThrough));

    private static IEnumerable<string?> Told(Exception? error) => error switch
    {
        SandboxOperationCanceledException cancelled => [cancelled.Id],
        SandboxException failure => [failure.LeftBehindId],
        _ => [],
    };

    private static bool IsUnknown(Exception? error) => error is SandboxException { Outcome: OperationOutcome.Unknown } or SandboxOperationCanceledException { Outcome: OperationOutcome.Unknown };
}
