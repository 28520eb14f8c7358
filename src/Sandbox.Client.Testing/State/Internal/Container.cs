namespace Sandbox.Client.Testing.State.Internal;

/// <summary>A container on an executor: of one sandbox, or warm in a pool until a sandbox claims it.</summary>
internal sealed class Container(string id, ContainerSpecification specification, Executor executor)
{
    public string Id { get; } = id;

    public ContainerSpecification Specification { get; } = specification;

    public Executor Executor { get; } = executor;

    public bool IsRunning { get; set; }

    /// <summary>Ended: whatever was planned for it is void.</summary>
    public bool IsGone { get; set; }

    public SandboxRow? Sandbox { get; set; }

    public PoolRow? Pool { get; init; }

    /// <summary>When the clock of the sandbox's timeout started: with the container, or with the claim of a warm one (contract section 3.4).</summary>
    public TimeSpan ClockStart { get; set; }
}
