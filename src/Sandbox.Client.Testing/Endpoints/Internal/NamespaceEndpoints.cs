using Sandbox.Client.Testing.Http.Internal;
using Sandbox.Client.Testing.Json.Internal;
using Sandbox.Client.Testing.State.Internal;

namespace Sandbox.Client.Testing.Endpoints.Internal;

/// <summary>Contract section 1.4.</summary>
internal static class NamespaceEndpoints
{
    /// <summary>An existing one is overwritten, its time too.</summary>
    public static Answer Create(Call call)
    {
        var body = WireReader.Read(call.Body.Span, new NamespaceBody());
        if (body.BlobStorageBucket is not null && body.BlobStorageRegion is null)
        {
            return Answer.Text(400, "blob storage region is required");
        }

        call.State.Namespaces[body.Name] = new NamespaceRow(body.Name, call.State.Timeline.UtcNow, body.BlobStorageBucket);
        return Answer.Empty();
    }

    public static Answer List(Call call)
    {
        var writer = new WireWriter().StartObject().Name("namespaces"u8).StartArray();
        foreach (var row in call.State.Namespaces.Values)
        {
            writer.StartObject()
                .Name("name"u8).String(row.Name)
                .Name("created_at"u8).Number((ulong)row.CreatedAt.ToUnixTimeMilliseconds())
                .Name("blob_storage_bucket"u8).String(row.BlobStorageBucket)
                .EndObject();
        }

        return Answer.Json(writer.EndArray().EndObject().Written);
    }
}
