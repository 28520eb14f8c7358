using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Sandbox.Client.Errors;
using Sandbox.Client.ReliabilityTests.Load;
using Sandbox.Client.Resilience;
using Sandbox.Client.Testing;
using Sandbox.Client.Testing.Faults;
using Xunit.Abstractions;

namespace Sandbox.Client.ReliabilityTests;

/// <summary>Very many calls at a time on one client, one request of twenty spoiled.</summary>
[Collection(nameof(LoadTests))]
[CollectionDefinition(nameof(LoadTests), DisableParallelization = true)]
public sealed class LoadTests(ITestOutputHelper output)
{
    private const long LeastMemoryToNotice = 8 * 1024 * 1024;

    private static readonly int Operations = Setting("RELIABILITY_OPERATIONS", 1_000);
    private static readonly int Seed = Setting("RELIABILITY_SEED", 20_260_305);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task All_end_and_none_happens_twice(bool http2)
    {
        var unobserved = new ConcurrentBag<Exception>();
        void Note(object? sender, UnobservedTaskExceptionEventArgs arguments) => unobserved.Add(arguments.Exception);
        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            // For what is made only once in a process, and for the last server, which the framework keeps for some seconds; then for the count.
            await LoadAsync(operations: 100, http2);
            await LoadAsync(Operations, http2);
            var before = Memory();
            var result = await LoadAsync(Operations, http2);
            var held = Memory() - before;
            output.WriteLine($"{result}; {held / 1e6:0.0} MB are held then.");

            Assert.True(result.Made > Operations / 5, $"{result}");
            Assert.True(result.MadeTwice == 0, $"{result}");
            // The server may count one that a fault has closed a moment longer.
            Assert.True(result.Connections <= (http2 ? 64 : 256) + Math.Min(result.Spoiled, 64), $"{result}");
            Assert.True(result.LeftOpen == 0, $"{result}");
            Assert.True(result.Spoiled >= result.Requests / 40 && result.Spoiled <= result.Requests / 10, $"{result}");
            Assert.True(held < LeastMemoryToNotice, $"{held} bytes are held after {result}");
        }
        finally
        {
            Memory();
            TaskScheduler.UnobservedTaskException -= Note;
        }

        Assert.Empty(unobserved);
    }

    private static async Task<LoadResult> LoadAsync(int operations, bool http2)
    {
        await using var emulator = await SandboxEmulator.StartAsync(new SandboxEmulatorOptions { StartupDelay = TimeSpan.FromMilliseconds(20), ExecutorCount = 1_000 });
        var faults = new SeededFaults(Seed, http2);
        await using var server = await FaultServer.StartAsync(emulator.Endpoint, faults.Choose, new FaultServerOptions { Http2 = http2 });
        using var direct = emulator.CreateClient();
        var targets = await LoadTargets.MakeAsync(direct);
        var connections = await RunAsync(server, targets, operations, http2);
        SpinWait.SpinUntil(() => server.OpenConnections == 0, TimeSpan.FromSeconds(30));
        var leftOpen = server.OpenConnections;
        var marks = await direct.ListAsync().Select(sandbox => sandbox.Image!).Concat(direct.Pools.ListAsync().Select(pool => pool.Image!)).Where(image => image != "shared").ToListAsync();

        // Each body has a mark of its own: the same one again is a repetition, also when the first had no effect.
        var sent = server.Requests.Where(request => request.Method == "POST" && !request.Body.IsEmpty).Select(request => Encoding.UTF8.GetString(request.Body.Span)).ToList();
        var claimed = server.Requests.Count(request => request.Method == "POST" && request.Target.EndsWith($"/{targets.PoolId}/sandboxes", StringComparison.Ordinal));
        var twice = marks.Count - marks.Distinct(StringComparer.Ordinal).Count() + sent.Count - sent.Distinct(StringComparer.Ordinal).Count() + Math.Max(0, claimed - targets.Claims);
        return new LoadResult(Seed, operations, http2, server.Requests.Count, faults.Spoiled, connections, leftOpen, Environment.WorkingSet, marks.Count, twice);
    }

    private static async Task<int> RunAsync(FaultServer server, LoadTargets targets, int operations, bool http2)
    {
        var most = 0;
        var client = new SandboxClient(new SandboxClientOptions
        {
            Endpoint = server.Endpoint,
            UseHttp2 = http2,
            Retry = new SandboxRetryOptions { BaseDelay = TimeSpan.FromMilliseconds(20) },
        });
        await using (client)
        {
            var calls = Enumerable.Range(0, operations).Select(async number =>
            {
                // Some callers lose patience.
                using var patience = new CancellationTokenSource();
                if (number % 50 == 49)
                {
                    patience.CancelAfter(TimeSpan.FromMilliseconds(number % 97));
                }

                var error = await Record.ExceptionAsync(() => LoadCall.RunAsync(number, client, targets, patience.Token));
                InterlockedMax(ref most, server.OpenConnections);
                return error is null or SandboxException || (error is OperationCanceledException cancelled && cancelled.CancellationToken == patience.Token) ? null : error;
            });
            Assert.All(await Task.WhenAll(calls), Assert.Null);
        }

        return most;
    }

    private static long Memory()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most))
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
