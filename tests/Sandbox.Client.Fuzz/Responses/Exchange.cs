using static Sandbox.Client.Fuzz.Responses.Rules;

namespace Sandbox.Client.Fuzz.Responses;

/// <summary>Makes one planned call with a new client, and holds what it may cost.</summary>
internal static class Exchange
{
    // What a call allocates that reads little, the first of its kind included; and per octet, and per error: a member of one octet may become an object of a hundred.
    private const long AllocatedAtMost = 2 * 1024 * 1024;
    private const long AllocatedPerOctet = 100;
    private const long AllocatedPerError = 16 * 1024;

    // Unoptimized, every call of an async method makes an object, also one that has nothing to wait for, so that each read of a piece costs some.
#if DEBUG
    private const long AllocatedPerRead = 512;
#else
    private const long AllocatedPerRead = 0;
#endif

    /// <param name="plan">The call and its answer.</param>
    /// <param name="cuts">How the body is cut.</param>
    /// <param name="call">Makes the call; what it tells is how many errors it was told of.</param>
    public static void Run(ResponsePlan plan, byte cuts, Func<SandboxClient, Task<int>> call)
    {
        using var handler = new PlannedHandler(plan, cuts);
        using var client = new SandboxClient(handler, Options(plan));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var task = call(client);

        // Everything is there at once: what is not done now waits for something that never comes. It also ran on this thread alone.
        Require(task.IsCompleted, "The call does not end.");
        var errors = task.GetAwaiter().GetResult();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        CheckCost(plan, handler, allocated, errors);
    }

    private static SandboxClientOptions Options(ResponsePlan plan) => new()
    {
        ApiKey = ResponsePlan.Key,
        Retry = { MaxRetries = 0 },
        MaxResponseBytes = plan.Limits.Response,
        MaxRowBytes = plan.Limits.Row,
        MaxErrorBytes = plan.Limits.Error,

        // No clock: a timer would go on by itself.
        AttemptTimeout = Timeout.InfiniteTimeSpan,
        OperationTimeout = Timeout.InfiniteTimeSpan,
        IdleTimeout = Timeout.InfiniteTimeSpan,
    };

    private static void CheckCost(ResponsePlan plan, PlannedHandler handler, long allocated, int errors)
    {
        var isList = plan.Operation is ClientOperation.Rows && plan.IsSuccess;
        Require(handler.Bodies.Count is 1 || (isList && handler.Bodies.Count == 2), $"{handler.Bodies.Count} requests were sent.");
        var (taken, reads) = (0L, 0L);
        foreach (var body in handler.Bodies)
        {
            taken += body.Taken;
            reads += body.Reads;
            Require(body.IsDisposed || body.Reads == 0, "The body is left open.");
            Require(body.Reads <= body.Pieces + 1, $"{body.Pieces} pieces were read {body.Reads} times.");
            if (isList)
            {
                Require(body.LargestSpace <= plan.Limits.LargestListBuffer, $"A list holds a buffer of {body.LargestSpace} bytes.");
            }
            else
            {
                var limit = Limits.MostOfWhole(plan.IsSuccess ? plan.Limits.Response : plan.Limits.Error);
                Require(body.Taken <= limit && body.LargestSpace <= limit, $"{body.Taken} bytes were taken, into a buffer of {body.LargestSpace}.");
            }
        }

        Require(
            allocated <= AllocatedAtMost + (AllocatedPerOctet * taken) + (AllocatedPerRead * reads) + (AllocatedPerError * errors),
            $"{allocated} bytes were allocated for {taken} bytes in {reads} reads and {errors} errors.");
    }
}
