using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using BatchWorker.Jobs;
using Sandbox.Client.Testing.Faults;

namespace BatchWorker.Servers;

/// <summary>
/// Chooses at random which requests are spoiled, and how. The choice hangs on the seed, the attempt at the job, and how many requests with this method the attempt
/// has sent: so a seed spoils the creations and deletions of the same jobs each time, however the jobs overtake each other.
/// </summary>
internal sealed class FaultMix(int seed, Ledger ledger)
{
    // An operation is sent four times at most, so all of a deletion fails.
    private const int StubbornDeletions = 4;

    // An answer is cut before its end: a connection that ends after a whole one would fail the next request of some other job, which met no fault of its own.
    private const int ShortestAnswer = 150;

    private static readonly (string Method, double Share, Func<Random, Fault>[] Faults)[] Table =
    [
        ("POST", 0.35,
        [
            _ => Fault.Answer(429, "Too many sandboxes at once", "text/plain", ("retry-after", "0")),
            _ => Fault.Answer(429, "Too many sandboxes at once", "text/plain"),
            _ => Fault.Answer(400, "The image is not allowed", "text/plain"),
            _ => Fault.Answer(503, "Not now", "text/plain"),
            _ => Fault.AnswerAfterEffect(504, "<html><body>Gateway time-out</body></html>", "text/html"),
            _ => Fault.Close(),
            _ => Fault.CloseAfterEffect(),
            random => Fault.CloseAfter(random.Next(ShortestAnswer)),
            random => Fault.StallAfter(random.Next(ShortestAnswer)),
            _ => Fault.InformationalFirst(),
        ]),
        ("GET", 0.12,
        [
            _ => Fault.Answer(503, "Not now", "text/plain"),
            _ => Fault.Answer(429, "Too many requests", "text/plain", ("retry-after", "0")),
            _ => Fault.Answer(500, "<html><body>Internal error</body></html>", "text/html"),
            _ => Fault.Close(),
            _ => Fault.Reset(),
            random => Fault.CloseAfter(random.Next(ShortestAnswer)),
            random => Fault.StallAfter(random.Next(ShortestAnswer)),
            _ => Fault.SlowBody(TimeSpan.FromMilliseconds(1)),
            _ => Fault.InformationalFirst(),
        ]),
        ("DELETE", 0.12,
        [
            _ => Fault.Answer(503, "Not now", "text/plain"),
            _ => Fault.AnswerAfterEffect(504, "<html><body>Gateway time-out</body></html>", "text/html"),
            _ => Fault.Close(),
            _ => Fault.CloseAfterEffect(),
            _ => Fault.Stall(),
        ]),
    ];

    private readonly ConcurrentDictionary<(string Attempt, string Method), int> _counts = new();

    /// <summary>The fault of a request; null for none.</summary>
    public Fault? Choose(FaultRequest request)
    {
        var attempt = request.Headers.FirstOrDefault(header => header.Key.Equals(JobHeader.Name, StringComparison.OrdinalIgnoreCase)).Value;
        var count = _counts.AddOrUpdate((attempt ?? request.Target, request.Method), 1, (_, earlier) => earlier + 1);
        var fault = Choose(attempt ?? "the host", request.Method, count);
        if (fault is not null && JobHeader.JobOf(attempt) is { } job)
        {
            ledger.Update(job, report => report with { Faults = report.Faults.Add($"{request.Method}: {fault.Name}") });
        }

        return fault;
    }

    private Fault? Choose(string attempt, string method, int count)
    {
        // Some deletions fail until the client gives up: then it is for the host to end the lease.
        if (method == "DELETE" && count <= StubbornDeletions && RandomOf($"{attempt} is stubborn").NextDouble() < 0.08)
        {
            return Fault.Answer(503, "Not now", "text/plain");
        }

        var random = RandomOf(FormattableString.Invariant($"{attempt} {method} {count}"));
        var (_, share, faults) = Table.FirstOrDefault(row => row.Method == method);
        return random.NextDouble() < share ? faults[random.Next(faults.Length)](random) : null;
    }

    // A hash of strings that is the same in every process.
    private Random RandomOf(string what) =>
        new(BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{seed} {what}")))));
}
