namespace Sandbox.Client.Testing.State.Internal;

/// <summary>Places sandboxes on executors, and tries those that found no place again when something is freed.</summary>
internal sealed partial class Scheduler
{
    private readonly EmulatorSettings _settings;
    private readonly Timeline _timeline;
    private readonly Table<PoolRow> _pools;
    private readonly List<Executor> _executors = [];
    private List<SandboxRow> _blocked = [];
    private int _executorsEverAdded;

    public Scheduler(EmulatorSettings settings, Timeline timeline, Table<PoolRow> pools)
    {
        _settings = settings;
        _timeline = timeline;
        _pools = pools;
        AddExecutors(settings.ExecutorCount);
    }

    /// <summary>Takes a new sandbox in.</summary>
    public void Submit(SandboxRow sandbox)
    {
        if (sandbox.Pool is { } pool)
        {
            pool.LiveSandboxes++;
        }

        _timeline.After(_settings.SchedulingDelay, () => Place(sandbox));
    }

    public void AddExecutors(int count)
    {
        for (var added = 0; added < count; added++)
        {
            _executors.Add(new Executor(
                $"executor-{++_executorsEverAdded}", _settings.CpusPerExecutor, _settings.MemoryMegabytesPerExecutor, _settings.DiskMegabytesPerExecutor));
        }

        UseFreedCapacity();
    }

    /// <summary>All executors leave: their sandboxes end and are not placed again.</summary>
    public void RemoveExecutors()
    {
        var lost = _executors.SelectMany(e => e.Containers).ToArray();
        _executors.Clear();
        foreach (var container in lost)
        {
            if (container.Sandbox is not { } sandbox)
            {
                Release(container);
            }
            else if (sandbox.Status == SandboxState.Snapshotting)
            {
                sandbox.Snapshot!.Fail("Executor became unavailable during snapshot");
                Terminate(sandbox, outcome: null);
            }
            else
            {
                Terminate(sandbox, Outcomes.ExecutorRemoved);
            }
        }

        UseFreedCapacity();
    }

    /// <summary>Tries what waits, in the order in which it came, and fills the pools up.</summary>
    public void UseFreedCapacity()
    {
        var waiting = _blocked;
        _blocked = [];
        foreach (var sandbox in waiting)
        {
            Place(sandbox);
        }

        foreach (var pool in _pools.All)
        {
            Reconcile(pool);
        }
    }

    private void Place(SandboxRow sandbox)
    {
        if (!sandbox.IsLive || sandbox.Container is not null)
        {
            return;
        }

        if (TryPlace(sandbox) is not { } obstacle)
        {
            return;
        }

        sandbox.PendingReason = obstacle;

        // Only the ports dialect tries a sandbox again that a pool's limit stopped (contract section 1.9).
        if (_settings.Dialect == ServerDialect.Ports || !obstacle.Equals(PendingReasons.PoolAtCapacity, StringComparison.Ordinal))
        {
            _blocked.Add(sandbox);
        }
    }

    /// <summary>What stands in the way, or nothing.</summary>
    private string? TryPlace(SandboxRow sandbox)
    {
        if (sandbox.Pool?.FindWarmContainer() is { } warm)
        {
            Claim(warm, sandbox);
            return null;
        }

        if (sandbox.Pool is { IsAtCapacity: true })
        {
            return PendingReasons.PoolAtCapacity;
        }

        if (_executors.Count == 0)
        {
            return PendingReasons.NoExecutorsAvailable;
        }

        if (_executors.Find(e => e.Fits(sandbox.Specification.Resources)) is not { } executor)
        {
            return PendingReasons.NoResourcesAvailable;
        }

        sandbox.PendingReason = PendingReasons.WaitingForContainer;
        sandbox.Container = new Container(sandbox.Id, sandbox.Specification, executor) { Sandbox = sandbox, Pool = sandbox.Pool };
        Begin(sandbox.Container);
        return null;
    }
}
