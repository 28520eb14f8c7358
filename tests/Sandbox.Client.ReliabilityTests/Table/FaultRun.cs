using Microsoft.Extensions.Time.Testing;
using Sandbox.Client.Resilience;
using Sandbox.Client.Testing;
using Sandbox.Client.Testing.Faults;
using Sandbox.Client.Tests.Support;

namespace Sandbox.Client.ReliabilityTests.Table;

/// <summary>Runs calls against an emulator behind a fault server, on a virtual clock.</summary>
public static class FaultRun
{
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan OperationTimeout = TimeSpan.FromSeconds(100);

    /// <summary>One call in one situation.</summary>
    public static async Task<Cell> RunAsync(SandboxEmulator emulator, WireCall call, Situation situation, bool http2)
    {
        var (time, slowTime) = (new VirtualTime(), new FakeTimeProvider());
        var isWarm = !situation.IsReused;
        await using var server = await FaultServer.StartAsync(
            emulator.Endpoint,
            _ => Volatile.Read(ref isWarm) ? situation.Choose(call, time) : null,
            new FaultServerOptions { TimeProvider = slowTime, Http2 = http2 });
        using var client = Client(server, time, emulator, http2, out var direct);
        using var directClient = direct;
        var target = await call.PrepareAsync(direct);
        if (situation.IsReused)
        {
            await client.GetHealthAsync();
            Volatile.Write(ref isWarm, true);
        }

        situation.Prepare(server);
        var before = server.Requests.Count;
        var started = time.GetTimestamp();
        var running = Record.ExceptionAsync(() => target(client));
        if (situation.Stalls(call))
        {
            await LetTimeRunOutAsync(running, server, before, time, slowTime, started);
        }

        var error = await running;
        return Cell.Of(server.Requests.Count - before, error, time.GetElapsedTime(started));
    }

    /// <summary>One call whose every answer is cut after each number of bytes in turn, until the cut is behind the end: with HTTP/1.1 of the whole answer, with HTTP/2 of its body.</summary>
    public static async Task<IReadOnlyList<Cell>> CutEverywhereAsync(SandboxEmulator emulator, WireCall call, bool http2)
    {
        var time = new VirtualTime();
        var bytes = 0;
        await using var server = await FaultServer.StartAsync(emulator.Endpoint, _ => Fault.CloseAfter(bytes), new FaultServerOptions { Http2 = http2 });
        using var client = Client(server, time, emulator, http2, out var direct);
        using var directClient = direct;
        var cells = new List<Cell>();
        var target = await call.PrepareAsync(direct);
        while (cells.Count == 0 || !cells[^1].IsSuccess)
        {
            // What the call used up is made again; what it only reads must not grow, or there is no end.
            target = call.IsUsedUp ? await call.PrepareAsync(direct) : target;
            var before = server.Requests.Count;
            var started = time.GetTimestamp();
            var error = await Record.ExceptionAsync(() => target(client));
            cells.Add(Cell.Of(server.Requests.Count - before, error, time.GetElapsedTime(started)));
            bytes++;
        }

        return cells;
    }

    private static SandboxClient Client(FaultServer server, TimeProvider time, SandboxEmulator emulator, bool http2, out SandboxClient direct)
    {
        var name = $"n{Guid.NewGuid():N}";
        direct = emulator.CreateClient(options => options.Namespace = name);

        // The budget of all calls is another matter: here each call has its own repetitions.
        return new SandboxClient(new SandboxClientOptions
        {
            Endpoint = server.Endpoint,
            Namespace = name,
            TimeProvider = time,
            UseHttp2 = http2,
            Retry = new SandboxRetryOptions { Budget = 1_000_000 },
        });
    }

    private static async Task LetTimeRunOutAsync(Task running, FaultServer server, int before, FakeTimeProvider time, FakeTimeProvider slowTime, long started)
    {
        for (var request = 1; !running.IsCompleted; request++)
        {
            await Task.WhenAny(running, server.WaitForRequestsAsync(before + request));
            if (running.IsCompleted)
            {
                return;
            }

            for (var second = 0; second < 30; second++)
            {
                slowTime.Advance(TimeSpan.FromSeconds(1));
            }

            var left = OperationTimeout - time.GetElapsedTime(started);
            time.Advance(left < AttemptTimeout ? left : AttemptTimeout);
        }
    }
}
