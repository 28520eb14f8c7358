using Sandbox.Client.Testing.Http.Internal;
using Sandbox.Client.Testing.Json.Internal;
using Sandbox.Client.Testing.State.Internal;

namespace Sandbox.Client.Testing.Endpoints.Internal;

/// <summary>Contract section 1.6.</summary>
internal static class SandboxEndpoints
{
    /// <summary>A little more than the octets of a row without access fields: a list of 10,000 is written without growing.</summary>
    private const int TypicalLength = 450;

    public static readonly Answer NotFound = Answer.Text(404, "Sandbox not found");

    public static Answer Create(Call call)
    {
        var state = call.State;
        var body = WireReader.Read(call.Body.Span, new CreateSandboxBody(state.Settings.Dialect));
        ContainerSpecification? origin = null;
        if (body.SnapshotId is { } id)
        {
            if (state.SnapshotRows.Find(call.Namespace, id) is not { } snapshot)
            {
                return Answer.Text(404, "Snapshot not found");
            }

            if (snapshot.Status != SnapshotState.Completed)
            {
                return Answer.Text(400, "Snapshot is not completed");
            }

            origin = snapshot.Sandbox.Specification;
        }

        return Add(state, call.Namespace, SpecificationFactory.Create(body, origin, state.Settings), pool: null);
    }

    public static Answer List(Call call)
    {
        var rows = call.State.Sandboxes.InNamespace(call.Namespace);
        var writer = new WireWriter(512 + (rows.Length * TypicalLength)).StartObject().Name("sandboxes"u8).StartArray();
        foreach (var row in rows)
        {
            SandboxAnswers.Write(writer, row, call.State.Settings);
        }

        return Answer.Json(writer.EndArray().EndObject().Written);
    }

    public static Answer Get(Call call)
    {
        if (call.State.Sandboxes.Find(call.Namespace, call.Id) is not { } row)
        {
            return NotFound;
        }

        var writer = new WireWriter();
        SandboxAnswers.Write(writer, row, call.State.Settings);
        return Answer.Json(writer.Written);
    }

    /// <summary>Deleting a terminated one is a success too.</summary>
    public static Answer Delete(Call call)
    {
        if (call.State.Sandboxes.Find(call.Namespace, call.Id) is not { } row)
        {
            return NotFound;
        }

        if (row.IsLive)
        {
            call.State.Scheduler.Terminate(row, Outcomes.UserTerminated);
        }

        return Answer.Empty();
    }

    /// <summary>Stores a sandbox and gives it to the scheduler. The answer is the same whatever that makes of it.</summary>
    public static Answer Add(EmulatorState state, string ns, ContainerSpecification specification, PoolRow? pool)
    {
        var row = new SandboxRow(ns, Identifiers.NewLowerCase(), specification, pool, state.Timeline.UtcNow);
        state.Add(row);
        return Answer.Json(new WireWriter().StartObject()
            .Name("sandbox_id"u8).String(row.Id)
            .Name("status"u8).String("pending")
            .Name("pending_reason"u8).String(PendingReasons.Scheduling)
            .EndObject().Written);
    }
}
