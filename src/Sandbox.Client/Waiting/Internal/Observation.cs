namespace Sandbox.Client.Waiting.Internal;

/// <summary>What one look at a thing came to, and the way to the next: so nobody who waits misses one, however slow he is.</summary>
internal sealed class Observation<T>(T? record, Exception? failure)
    where T : class
{
    private readonly TaskCompletionSource<Observation<T>> _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The record; null when there is no such thing (any more), and when the look failed.</summary>
    public T? Record { get; } = record;

    /// <summary>Why the look failed; null when it did not.</summary>
    public Exception? Failure { get; } = failure;

    public Task<Observation<T>> Next => _next.Task;

    public void Follow(Observation<T> next) => _next.SetResult(next);
}
