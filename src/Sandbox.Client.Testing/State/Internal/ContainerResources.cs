namespace Sandbox.Client.Testing.State.Internal;

/// <summary>CPUs in thousandths of a core, memory and disk in MiB. GPUs are kept, never returned (contract section 1.6.1).</summary>
internal sealed record ContainerResources(uint CpuThousandths, ulong MemoryMegabytes, ulong DiskMegabytes, bool NeedsGpu)
{
    /// <summary>Rounded up to the next thousandth; out of range goes to the nearest end, as the server's cast does.</summary>
    public static uint ToThousandths(double cpus) => uint.CreateSaturating(Math.Ceiling(cpus * 1000));
}
