using Sandbox.Client.Testing.Json.Internal;
using Sandbox.Client.Testing.State.Internal;

namespace Sandbox.Client.Testing.Endpoints.Internal;

/// <summary>The sandbox as get and list show it (contract section 1.6.3), and the parts that pools share.</summary>
internal static class SandboxAnswers
{
    public static void Write(WireWriter writer, SandboxRow row, EmulatorSettings settings)
    {
        var specification = row.Specification;
        writer.StartObject()
            .Name("id"u8).String(row.Id)
            .Name("namespace"u8).String(row.Namespace)
            .Name("image"u8).String(specification.Image)
            .Name("status"u8).String(StatusName(row.Status));
        if (row.Status == SandboxState.Pending)
        {
            writer.Name("pending_reason"u8).String(row.PendingReason);
        }

        writer.Name("outcome"u8).String(row.Outcome)
            .Name("created_at"u8).Number((ulong)row.CreatedAt.ToUnixTimeMilliseconds())
            .Name("container_id"u8).String(row.Container?.Id)
            .Name("executor_id"u8).String(row.Container?.Executor.Id);
        WriteResources(writer, specification.Resources);
        writer.Name("timeout_secs"u8).Number(specification.TimeoutSeconds)
            .Name("sandbox_url"u8).String(row.Container is null ? null : "http://" + settings.DataplaneApiAddress)
            .Name("pool_id"u8).String(row.Pool?.Id);
        WriteNetwork(writer, specification.Network);
        WriteAccess(writer, specification, settings.Dialect);
        writer.EndObject();
    }

    public static string StatusName(SandboxState status) => status switch
    {
        SandboxState.Pending => "pending",
        SandboxState.Running => "running",
        SandboxState.Snapshotting => "snapshotting",
        _ => "terminated",
    };

    public static void WriteResources(WireWriter writer, ContainerResources resources) => writer
        .Name("resources"u8).StartObject()
        .Name("cpus"u8).Thousandths(resources.CpuThousandths)
        .Name("memory_mb"u8).Number(resources.MemoryMegabytes)
        .Name("ephemeral_disk_mb"u8).Number(resources.DiskMegabytes)
        .EndObject();

    /// <summary>Omitted when there is none.</summary>
    public static void WriteNetwork(WireWriter writer, NetworkRules? network)
    {
        if (network is not null)
        {
            writer.Name("network_policy"u8).StartObject()
                .Name("allow_internet_access"u8).Boolean(network.AllowInternetAccess)
                .Name("allow_out"u8).Strings(network.AllowOut)
                .Name("deny_out"u8).Strings(network.DenyOut)
                .EndObject();
        }
    }

    /// <summary>Routes are omitted when there are none; the other two always stand.</summary>
    public static void WriteAccess(WireWriter writer, ContainerSpecification specification, ServerDialect dialect)
    {
        if (dialect == ServerDialect.Routes && specification.UnauthenticatedRoutes.Count > 0)
        {
            writer.Name("unauthenticated_routes"u8).Strings(specification.UnauthenticatedRoutes);
        }

        if (dialect != ServerDialect.Ports)
        {
            return;
        }

        writer.Name("allow_unauthenticated_access"u8).Boolean(specification.AllowUnauthenticatedAccess).Name("exposed_ports"u8);
        if (specification.ExposedPorts is not { } ports)
        {
            writer.Number(null);
            return;
        }

        writer.StartArray();
        foreach (var port in ports)
        {
            writer.Number(port);
        }

        writer.EndArray();
    }
}
