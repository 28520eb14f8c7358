namespace Sandbox.Client.Testing.Faults.Internal;

/// <summary>What of one stream's answer has been written to its connection.</summary>
internal sealed class SentStream
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _hasHead;
    private long _bytes;
    private long? _wanted;

    public void Add(SentFrame frame)
    {
        lock (_gate)
        {
            _hasHead |= frame.Type == SentFrame.Headers;
            _bytes += frame.Type == SentFrame.Data ? frame.Length : 0;
            SignalWhenReached();
        }
    }

    /// <summary>Ends when the head and this many bytes of the body are written.</summary>
    public Task WaitAsync(long bytes, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _wanted = bytes;
            SignalWhenReached();
        }

        return _reached.Task.WaitAsync(cancellationToken);
    }

    private void SignalWhenReached()
    {
        if (_hasHead && _bytes >= _wanted)
        {
            _reached.TrySetResult();
        }
    }
}
