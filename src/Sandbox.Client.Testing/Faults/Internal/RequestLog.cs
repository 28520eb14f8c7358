namespace Sandbox.Client.Testing.Faults.Internal;

/// <summary>The requests of a server in the order in which they were complete, and those who wait for them.</summary>
internal sealed class RequestLog
{
    private readonly Lock _gate = new();
    private readonly List<FaultRequest> _requests = [];
    private readonly List<(int Count, TaskCompletionSource Source)> _waits = [];
    private bool _hasEnded;

    public IReadOnlyList<FaultRequest> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>Gives the request its number.</summary>
    public FaultRequest Add(FaultRequest request)
    {
        lock (_gate)
        {
            var numbered = request with { Number = _requests.Count + 1 };
            _requests.Add(numbered);
            for (var i = _waits.Count - 1; i >= 0; i--)
            {
                if (_waits[i].Count <= _requests.Count)
                {
                    _waits[i].Source.SetResult();
                    _waits.RemoveAt(i);
                }
            }

            return numbered;
        }
    }

    public Task WaitAsync(int count, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_requests.Count >= count)
            {
                return Task.CompletedTask;
            }

            ObjectDisposedException.ThrowIf(_hasEnded, typeof(FaultServer));
            var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waits.Add((count, source));
            return source.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>No more requests will come.</summary>
    public void End()
    {
        lock (_gate)
        {
            _hasEnded = true;
            foreach (var (_, source) in _waits)
            {
                source.SetException(new ObjectDisposedException(nameof(FaultServer)));
                _ = source.Task.Exception; // Observed: who waited may have left.
            }

            _waits.Clear();
        }
    }
}
