namespace Sandbox.Client.Testing.State.Internal;

/// <summary>The options, checked and frozen.</summary>
internal sealed record EmulatorSettings
{
    public EmulatorSettings(SandboxEmulatorOptions options)
    {
        if (ProblemOf(options) is { } problem)
        {
            throw new ArgumentOutOfRangeException(nameof(options), problem);
        }

        Dialect = options.Dialect;
        TimeProvider = options.TimeProvider!;
        SchedulingDelay = options.SchedulingDelay;
        StartupDelay = options.StartupDelay;
        SnapshotDuration = options.SnapshotDuration;
        SnapshotSizeBytes = options.SnapshotSizeBytes;
        IdleSnapshotsFail = options.IdleSnapshotsFail;
        ExecutorCount = options.ExecutorCount;
        CpusPerExecutor = options.CpusPerExecutor;
        MemoryMegabytesPerExecutor = options.MemoryMegabytesPerExecutor;
        DiskMegabytesPerExecutor = options.DiskMegabytesPerExecutor;
        DataplaneApiAddress = options.DataplaneApiAddress;
        DefaultImage = options.DefaultImage!;
        DefaultTimeoutSeconds = (ulong)options.DefaultTimeout.TotalSeconds;
    }

    public ServerDialect Dialect { get; }

    public TimeProvider TimeProvider { get; }

    public TimeSpan SchedulingDelay { get; }

    public TimeSpan StartupDelay { get; }

    public TimeSpan SnapshotDuration { get; }

    public ulong SnapshotSizeBytes { get; }

    public bool IdleSnapshotsFail { get; }

    public int ExecutorCount { get; }

    public double CpusPerExecutor { get; }

    public ulong MemoryMegabytesPerExecutor { get; }

    public ulong DiskMegabytesPerExecutor { get; }

    public string DataplaneApiAddress { get; }

    public string DefaultImage { get; }

    public ulong DefaultTimeoutSeconds { get; }

    private static string? ProblemOf(SandboxEmulatorOptions options) => options switch
    {
        _ when !Enum.IsDefined(options.Dialect) => "Dialect must be one of the values of ServerDialect.",
        { TimeProvider: null } => "TimeProvider must be set; TimeProvider.System is the real clock.",
        { SchedulingDelay.Ticks: < 0 } => "SchedulingDelay must be zero or longer.",
        { StartupDelay.Ticks: < 0 } => "StartupDelay must be zero or longer.",
        { SnapshotDuration.Ticks: < 0 } => "SnapshotDuration must be zero or longer.",
        { DefaultTimeout.Ticks: < 0 } => "DefaultTimeout must be zero, which is none, or longer.",
        { ExecutorCount: < 0 } => "ExecutorCount must be zero or more.",
        { CpusPerExecutor: not (> 0 and < double.PositiveInfinity) } => "CpusPerExecutor must be a number of cores above zero.",
        _ when string.IsNullOrWhiteSpace(options.DataplaneApiAddress) => "DataplaneApiAddress must be a host and a port.",
        { DefaultImage: null } => "DefaultImage must be the name of an image.",
        _ => null,
    };
}
