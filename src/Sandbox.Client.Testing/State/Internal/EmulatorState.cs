namespace Sandbox.Client.Testing.State.Internal;

/// <summary>Everything that the emulator knows. Not thread-safe: one request at a time works on it.</summary>
internal sealed class EmulatorState
{
    private readonly Dictionary<string, SandboxRow> _sandboxesById = new(StringComparer.Ordinal);

    public EmulatorState(EmulatorSettings settings)
    {
        Settings = settings;
        Timeline = new Timeline(settings.TimeProvider);
        Scheduler = new Scheduler(settings, Timeline, Pools);
        Snapshots = new SnapshotProcess(settings, Timeline, Scheduler);
    }

    public EmulatorSettings Settings { get; }

    public Timeline Timeline { get; }

    public Scheduler Scheduler { get; }

    public SnapshotProcess Snapshots { get; }

    /// <summary>In the order of the names' octets.</summary>
    public SortedDictionary<string, NamespaceRow> Namespaces { get; } = new(Utf8Order.Instance);

    public Table<SandboxRow> Sandboxes { get; } = new();

    public Table<PoolRow> Pools { get; } = new();

    public Table<SnapshotRow> SnapshotRows { get; } = new();

    /// <summary>By id alone, over all namespaces: ids are random and long, so there is at most one.</summary>
    public SandboxRow? FindSandbox(string id) => _sandboxesById.GetValueOrDefault(id);

    public void Add(SandboxRow sandbox)
    {
        Sandboxes.Add(sandbox);
        _sandboxesById.Add(sandbox.Id, sandbox);
        Scheduler.Submit(sandbox);
    }

    /// <summary>Every request under a namespace's path makes it (contract section 1.1).</summary>
    public void EnsureNamespace(string name)
    {
        if (!Namespaces.ContainsKey(name))
        {
            Namespaces.Add(name, new NamespaceRow(name, Timeline.UtcNow, BlobStorageBucket: null));
        }
    }
}
