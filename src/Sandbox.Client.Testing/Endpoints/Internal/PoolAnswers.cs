using Sandbox.Client.Testing.Json.Internal;
using Sandbox.Client.Testing.State.Internal;

namespace Sandbox.Client.Testing.Endpoints.Internal;

/// <summary>The pool as answers show it (contract section 1.7.2): without entrypoint, secrets and GPUs, and with a <c>created_at</c> that is always 0.</summary>
internal static class PoolAnswers
{
    public static void Write(WireWriter writer, PoolRow row, ServerDialect dialect, bool withContainers)
    {
        var (specification, max, warm) = row.Definition;
        writer.StartObject()
            .Name("pool_id"u8).String(row.Id)
            .Name("namespace"u8).String(row.Namespace)
            .Name("image"u8).String(specification.Image);
        SandboxAnswers.WriteResources(writer, specification.Resources);
        writer.Name("min_containers"u8).Number(null)
            .Name("max_containers"u8).Number(max)
            .Name("warm_containers"u8).Number(warm)
            .Name("timeout_secs"u8).Number(specification.TimeoutSeconds)
            .Name("created_at"u8).Number(0);
        SandboxAnswers.WriteAccess(writer, specification, dialect);
        SandboxAnswers.WriteNetwork(writer, specification.Network);
        if (withContainers)
        {
            writer.Name("containers"u8).StartArray();
            foreach (var container in row.Containers)
            {
                writer.StartObject()
                    .Name("id"u8).String(container.Id)
                    .Name("state"u8).String(container.IsRunning ? "running" : "pending")
                    .Name("sandbox_id"u8).String(container.Sandbox?.Id)
                    .Name("executor_id"u8).String(container.Executor.Id)
                    .EndObject();
            }

            writer.EndArray();
        }

        writer.EndObject();
    }
}
