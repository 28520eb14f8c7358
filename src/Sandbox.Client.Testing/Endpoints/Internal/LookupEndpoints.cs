using Sandbox.Client.Testing.Http.Internal;
using Sandbox.Client.Testing.Json.Internal;
using Sandbox.Client.Testing.State.Internal;

namespace Sandbox.Client.Testing.Endpoints.Internal;

/// <summary>Contract section 2.1: what the server holds in memory, so a terminated sandbox is unknown.</summary>
internal static class LookupEndpoints
{
    public static Answer InNamespace(Call call) => Answer(call, call.State.Sandboxes.Find(call.Namespace, call.Id));

    public static Answer Global(Call call) => Answer(call, call.State.FindSandbox(call.Id));

    private static Answer Answer(Call call, SandboxRow? row)
    {
        if (row is not { IsInMemory: true })
        {
            return SandboxEndpoints.NotFound;
        }

        var settings = call.State.Settings;
        if (settings.Dialect == ServerDialect.Older && row.Container is null)
        {
            return Http.Internal.Answer.Text(404, "Sandbox has no container assigned");
        }

        var writer = new WireWriter().StartObject().Name("id"u8).String(row.Id);
        if (settings.Dialect == ServerDialect.Ports)
        {
            writer.Name("namespace"u8).String(row.Namespace);
        }

        writer.Name("status"u8).String(settings.Dialect == ServerDialect.Ports ? SandboxAnswers.StatusName(row.Status) : CapitalisedStatus(row))
            .Name("dataplane_api_address"u8).String(row.Container is null ? null : settings.DataplaneApiAddress);
        SandboxAnswers.WriteAccess(writer, row.Specification, settings.Dialect);
        return Http.Internal.Answer.Json(writer.EndObject().Written);
    }

    /// <summary>The container's state where there is a container: a sandbox that is being snapshotted still runs.</summary>
    private static string CapitalisedStatus(SandboxRow row) => row switch
    {
        { Container.IsRunning: true } => "Running",
        { Container.IsGone: false } => "Pending",
        { Status: SandboxState.Terminated } => "Terminated",
        _ => "Pending",
    };
}
