using Sandbox.Client.Testing.Http.Internal;
using Sandbox.Client.Testing.Json.Internal;
using Sandbox.Client.Testing.State.Internal;

namespace Sandbox.Client.Testing.Endpoints.Internal;

/// <summary>Contract section 1.7.</summary>
internal static class PoolEndpoints
{
    private static readonly Answer NotFound = Answer.Text(404, "Sandbox pool not found");

    public static Answer Create(Call call)
    {
        var definition = Read(call);
        if (Refuse(definition) is { } refusal)
        {
            return refusal;
        }

        var row = new PoolRow(call.Namespace, Identifiers.NewUrlSafe(), definition);
        call.State.Pools.Add(row);
        call.State.Scheduler.PoolChanged();
        return Answer.Json(new WireWriter().StartObject()
            .Name("pool_id"u8).String(row.Id)
            .Name("namespace"u8).String(row.Namespace)
            .EndObject().Written);
    }

    public static Answer List(Call call)
    {
        var writer = new WireWriter().StartObject().Name("pools"u8).StartArray();
        foreach (var row in call.State.Pools.InNamespace(call.Namespace))
        {
            PoolAnswers.Write(writer, row, call.State.Settings.Dialect, withContainers: false);
        }

        return Answer.Json(writer.EndArray().EndObject().Written);
    }

    public static Answer Get(Call call) =>
        call.State.Pools.Find(call.Namespace, call.Id) is { } row ? One(call, row, withContainers: true) : NotFound;

    /// <summary>Replaces everything; the body is checked first, so a broken one is 400 or 422 even for an unknown pool.</summary>
    public static Answer Update(Call call)
    {
        var definition = Read(call);
        if (call.State.Pools.Find(call.Namespace, call.Id) is not { } row)
        {
            return NotFound;
        }

        if (Refuse(definition) is { } refusal)
        {
            return refusal;
        }

        row.Definition = definition;
        call.State.Scheduler.PoolChanged();
        return One(call, row, withContainers: false);
    }

    public static Answer Delete(Call call)
    {
        var state = call.State;
        if (state.Pools.Find(call.Namespace, call.Id) is not { } row)
        {
            return NotFound;
        }

        if (row.LiveSandboxes > 0)
        {
            return Answer.Text(409, $"Cannot delete pool '{row.Id}': active sandbox(es) are using it");
        }

        state.Pools.Remove(row);
        state.Scheduler.PoolDeleted(row);
        return Answer.Empty();
    }

    /// <summary>Everything comes from the pool as it is now.</summary>
    public static Answer CreateSandbox(Call call) => call.State.Pools.Find(call.Namespace, call.Id) is { } row
        ? SandboxEndpoints.Add(call.State, call.Namespace, row.Definition.Specification, row)
        : NotFound;

    private static PoolDefinition Read(Call call) => WireReader.Read(call.Body.Span, new PoolBody(call.State.Settings.Dialect)).ToDefinition();

    /// <summary>The first failure wins; its text says "buffer" where the field says "warm".</summary>
    private static Answer? Refuse(PoolDefinition definition)
    {
        var (specification, max, warm) = definition;
        return specification switch
        {
            _ when warm > max => Answer.Text(400, $"buffer_containers ({warm}) cannot exceed max_containers ({max})"),
            { Image: "" } => Answer.Text(400, "image is required"),
            { Resources.CpuThousandths: 0 } => Answer.Text(400, "cpu must be greater than 0"),
            { Resources.MemoryMegabytes: 0 } => Answer.Text(400, "memory must be greater than 0"),
            _ => null,
        };
    }

    private static Answer One(Call call, PoolRow row, bool withContainers)
    {
        var writer = new WireWriter();
        PoolAnswers.Write(writer, row, call.State.Settings.Dialect, withContainers);
        return Answer.Json(writer.Written);
    }
}
