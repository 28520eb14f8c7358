using Microsoft.Extensions.ObjectPool;

namespace Sandbox.Client.Http.Internal;

/// <summary>The sources of deadlines that were kept: most are, and a new source with its timer is much of what a call would allocate.</summary>
internal static class DeadlineSources
{
    // Beyond this many calls in flight, what comes back is disposed.
    private const int MostKept = 256;

    private static readonly ObjectPool<CancellationTokenSource> Unused = new DefaultObjectPoolProvider { MaximumRetained = MostKept }.Create(new Policy());

    /// <summary>Takes a source that is cancelled after a time.</summary>
    public static CancellationTokenSource Take(TimeSpan timeout, TimeProvider timeProvider)
    {
        // Only a timer of the system's own can be wound again.
        if (timeProvider != TimeProvider.System)
        {
            return new CancellationTokenSource(timeout, timeProvider);
        }

        var source = Unused.Get();
        source.CancelAfter(timeout);
        return source;
    }

    /// <summary>Takes back a source that nobody uses any more.</summary>
    public static void Return(CancellationTokenSource source) => Unused.Return(source);

    private sealed class Policy : PooledObjectPolicy<CancellationTokenSource>
    {
        public override CancellationTokenSource Create() => new();

        // False for what was cancelled, or may be at this moment: the pool disposes of it.
        public override bool Return(CancellationTokenSource obj) => obj.TryReset();
    }
}
