namespace Sandbox.Client.Testing.Faults.Internal;

/// <summary>The work of all open connections, so that a server can wait for its end.</summary>
internal sealed class OpenConnections
{
    private readonly Lock _gate = new();
    private readonly HashSet<Task> _running = [];
    private readonly List<Task> _failed = [];
    private int _lastNumber;

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _running.Count;
            }
        }
    }

    /// <summary>Runs the work of a connection, which gets its number, on the thread pool.</summary>
    public Task Run(Func<int, Task> work)
    {
        Task task;
        lock (_gate)
        {
            var number = ++_lastNumber;
            task = Task.Run(() => work(number));
            _running.Add(task);
        }

        _ = task.ContinueWith(Remove, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return task;
    }

    /// <summary>Ends when none is open. A defect of the server, which made a connection fail, is thrown here.</summary>
    public async Task WaitForEndAsync()
    {
        Task[] tasks;
        do
        {
            lock (_gate)
            {
                tasks = [.. _running, .. _failed];
                _failed.Clear();
            }

            await Task.WhenAll(tasks).ConfigureAwait(false);
        }
        while (tasks.Length > 0);
    }

    private void Remove(Task task)
    {
        lock (_gate)
        {
            _running.Remove(task);
            if (task.IsFaulted)
            {
                _failed.Add(task);
            }
        }
    }
}
