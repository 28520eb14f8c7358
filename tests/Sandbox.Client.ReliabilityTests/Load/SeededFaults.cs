using Sandbox.Client.Testing.Faults;

namespace Sandbox.Client.ReliabilityTests.Load;

/// <summary>Spoils one request of twenty, chosen by a seed and the number of the request.</summary>
internal sealed class SeededFaults(int seed, bool http2)
{
    private int _spoiled;

    /// <summary>How many requests were spoiled.</summary>
    public int Spoiled => Volatile.Read(ref _spoiled);

    public Fault? Choose(FaultRequest request)
    {
        var random = new Random((seed * 1_000_003) + request.Number);
        if (random.Next(20) != 0)
        {
            return null;
        }

        Interlocked.Increment(ref _spoiled);
        return random.Next(13) switch
        {
            0 => Fault.Close(),
            1 => Fault.CloseAfterEffect(),
            2 => Fault.Reset(),
            3 => Fault.Answer(503, "no", "text/plain"),
            4 => Fault.Answer(503, "no", "text/plain", ("retry-after", "0")),
            5 => Fault.Answer(429, "no", "text/plain"),
            6 => Fault.Answer(504, "no", "text/plain"),
            7 => Fault.AnswerAfterEffect(504, "no", "text/plain"),
            8 => Fault.Answer(200, "<html>", "text/html"),
            9 => Fault.DropConnectionAfter(),
            10 => Fault.SlowBody(TimeSpan.FromMilliseconds(1)),
            11 when !http2 => Fault.InformationalFirst(),
            _ => Fault.CloseAfter(random.Next(600)),
        };
    }
}
