using Sandbox.Client.Testing.Http.Internal;
using Sandbox.Client.Testing.Json.Internal;
using Sandbox.Client.Testing.State.Internal;

namespace Sandbox.Client.Testing.Endpoints.Internal;

/// <summary>Contract section 1.8.</summary>
internal static class SnapshotEndpoints
{
    public static Answer Create(Call call)
    {
        if (call.State.Sandboxes.Find(call.Namespace, call.Id) is not { } sandbox)
        {
            return SandboxEndpoints.NotFound;
        }

        switch (sandbox.Status)
        {
            case SandboxState.Snapshotting:
                return Answer.Text(400, "Sandbox is already being snapshotted");
            case SandboxState.Terminated:
                return Answer.Text(400, "Cannot snapshot a terminated sandbox");
            case SandboxState.Pending:
                return Answer.Text(400, "Cannot snapshot a sandbox that is not yet running");
        }

        var row = call.State.Snapshots.Begin(sandbox);
        call.State.SnapshotRows.Add(row);
        var body = new WireWriter().StartObject().Name("snapshot_id"u8).String(row.Id).Name("status"u8).String("in_progress").EndObject();
        return Answer.Json(body.Written, status: 202);
    }

    public static Answer List(Call call)
    {
        var writer = new WireWriter().StartObject().Name("snapshots"u8).StartArray();
        foreach (var row in call.State.SnapshotRows.InNamespace(call.Namespace))
        {
            Write(writer, row, call.State.Settings);
        }

        return Answer.Json(writer.EndArray().EndObject().Written);
    }

    public static Answer Get(Call call)
    {
        if (call.State.SnapshotRows.Find(call.Namespace, call.Id) is not { } row)
        {
            return Answer.Text(404, $"Snapshot not found: {call.Id}");
        }

        var writer = new WireWriter();
        Write(writer, row, call.State.Settings);
        return Answer.Json(writer.Written);
    }

    public static Answer Delete(Call call)
    {
        if (call.State.SnapshotRows.Find(call.Namespace, call.Id) is not { } row)
        {
            return Answer.Text(404, "Snapshot not found");
        }

        row.IsDeleted = true;
        call.State.SnapshotRows.Remove(row);
        return Answer.Empty();
    }

    private static void Write(WireWriter writer, SnapshotRow row, EmulatorSettings settings)
    {
        writer.StartObject()
            .Name("id"u8).String(row.Id)
            .Name("namespace"u8).String(row.Namespace)
            .Name("sandbox_id"u8).String(row.Sandbox.Id)
            .Name("base_image"u8).String(row.Sandbox.Specification.Image)
            .Name("status"u8).String(StatusName(row.Status));
        if (row.Status == SnapshotState.Failed)
        {
            writer.Name("error"u8).String(row.Error);
        }
        else if (row.Status == SnapshotState.Completed)
        {
            writer.Name("snapshot_uri"u8).String($"file:///emulator/blobs/snapshots/{row.Namespace}/{row.Id}.tar.zst")
                .Name("size_bytes"u8).Number(settings.SnapshotSizeBytes);
        }

        writer.Name("created_at"u8).Number((ulong)row.CreatedAt.ToUnixTimeMilliseconds()).EndObject();
    }

    private static string StatusName(SnapshotState status) => status switch
    {
        SnapshotState.InProgress => "in_progress",
        SnapshotState.Completed => "completed",
        _ => "failed",
    };
}
