namespace Sandbox.Client.Testing;

/// <summary>What a <see cref="SandboxEmulator"/> plays. Read once, at start: later changes have no effect.</summary>
public sealed class SandboxEmulatorOptions
{
    /// <summary>The generation of the server. Default: <see cref="ServerDialect.Ports"/>.</summary>
    public ServerDialect Dialect { get; set; } = ServerDialect.Ports;

    /// <summary>
    /// The clock of the life cycle: start-up, timeouts, snapshots, and the times in answers. Default: <see cref="System.TimeProvider.System"/>.
    /// With a fake one nothing happens until the test moves it, and then everything that is due has happened by the next answer.
    /// </summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>How long a sandbox stays <c>pending</c> with the reason <c>scheduling</c> before it is placed. Zero or more; default: zero, placed at once.</summary>
    public TimeSpan SchedulingDelay { get; set; } = TimeSpan.Zero;

    /// <summary>How long a container takes to start (<c>waiting_for_container</c>). Zero or more; zero runs at once. Default: 200 ms.</summary>
    public TimeSpan StartupDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long a snapshot takes. Zero or more; default: 500 ms.</summary>
    public TimeSpan SnapshotDuration { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The <c>size_bytes</c> of every completed snapshot, in bytes. Default: 85,704,044, what a real snapshot of a small image had.</summary>
    public ulong SnapshotSizeBytes { get; set; } = 85_704_044;

    /// <summary>
    /// Whether the snapshot of a sandbox without entrypoint fails with <c>Snapshot upload failed</c>, as it does on a server with the <c>docker</c> driver
    /// (contract section 3.7: an idle sandbox ends before it can be exported). Default: <see langword="false"/>.
    /// </summary>
    public bool IdleSnapshotsFail { get; set; }

    /// <summary>How many executors there are at start. Zero or more; with none, sandboxes stay <c>pending</c> with <c>no_executors_available</c>. Default: 1.</summary>
    public int ExecutorCount { get; set; } = 1;

    /// <summary>CPU cores of one executor. More than zero; default: 64.</summary>
    public double CpusPerExecutor { get; set; } = 64;

    /// <summary>Memory of one executor, in MiB. Default: 262,144 (256 GiB).</summary>
    public ulong MemoryMegabytesPerExecutor { get; set; } = 262_144;

    /// <summary>Ephemeral disk of one executor, in MiB. Default: 1,048,576 (1 TiB).</summary>
    public ulong DiskMegabytesPerExecutor { get; set; } = 1_048_576;

    /// <summary>
    /// The address (host and port, no scheme) that lookups give for a placed sandbox, and that <c>sandbox_url</c> is made of. Nothing listens there unless
    /// the test puts something there, such as the backend behind a gateway under test. Default: <c>127.0.0.1:8095</c>, the port of a real executor's proxy.
    /// </summary>
    public string DataplaneApiAddress { get; set; } = "127.0.0.1:8095";

    /// <summary>The image of a sandbox that names none. Default: <c>python:3.14-slim</c>.</summary>
    public string DefaultImage { get; set; } = "python:3.14-slim";

    /// <summary>The timeout of a sandbox that names none, in whole seconds (a fraction is cut); zero is none. Pool sandboxes have none unless their pool says so. Default: 600 s.</summary>
    public TimeSpan DefaultTimeout { get; set; } = TimeSpan.FromSeconds(600);
}
