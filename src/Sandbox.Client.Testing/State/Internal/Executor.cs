namespace Sandbox.Client.Testing.State.Internal;

/// <summary>A host and what is free on it.</summary>
internal sealed class Executor(string id, double cpus, ulong memoryMegabytes, ulong diskMegabytes)
{
    private ulong _cpuThousandths = ulong.CreateSaturating(cpus * 1000);
    private ulong _memoryMegabytes = memoryMegabytes;
    private ulong _diskMegabytes = diskMegabytes;

    public string Id { get; } = id;

    public List<Container> Containers { get; } = [];

    /// <summary>No executor here has a GPU.</summary>
    public bool Fits(ContainerResources wanted) => !wanted.NeedsGpu
        && wanted.CpuThousandths <= _cpuThousandths && wanted.MemoryMegabytes <= _memoryMegabytes && wanted.DiskMegabytes <= _diskMegabytes;

    public void Add(Container container)
    {
        var used = container.Specification.Resources;
        _cpuThousandths -= used.CpuThousandths;
        _memoryMegabytes -= used.MemoryMegabytes;
        _diskMegabytes -= used.DiskMegabytes;
        Containers.Add(container);
    }

    public void Remove(Container container)
    {
        var used = container.Specification.Resources;
        _cpuThousandths += used.CpuThousandths;
        _memoryMegabytes += used.MemoryMegabytes;
        _diskMegabytes += used.DiskMegabytes;
        Containers.Remove(container);
    }
}
