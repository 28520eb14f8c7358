using System.Text.Json.Nodes;

namespace Sandbox.Client.ContractTests.Plans;

/// <summary>What the client makes of a recorded body that it words otherwise by design. Written from the design, not from the client's code.</summary>
internal static class OwnWording
{
    private static readonly string[] Members =
    [
        "image", "resources", "secret_names", "timeout_secs", "entrypoint", "network", "snapshot_id", "unauthenticated_routes", "allow_unauthenticated_access",
        "exposed_ports", "max_containers", "warm_containers", "name", "blob_storage_bucket", "blob_storage_region",
    ];

    public static JsonObject Of(JsonObject recorded, bool isSandbox)
    {
        var body = new JsonObject();
        foreach (var (name, value) in recorded)
        {
            // The alias is a sandbox's only; the client knows one name.
            var member = isSandbox && name == "allow_unauthenticated_proxy_access" ? "allow_unauthenticated_access" : name;
            var isEmpty = value is JsonArray { Count: 0 } && member != "exposed_ports";
            if (Members.Contains(member, StringComparer.Ordinal) && !isEmpty && (value is not null || member == "exposed_ports"))
            {
                body[member] = value?.DeepClone();
            }
        }

        var isRestore = body.ContainsKey("snapshot_id");
        if (body["resources"] is JsonObject || isRestore)
        {
            var resources = body["resources"] as JsonObject ?? [];
            resources["cpus"] ??= isRestore ? 0 : 1;
            resources["memory_mb"] ??= isRestore ? 0 : 1024;
            resources["ephemeral_disk_mb"] ??= isRestore ? 0 : 1024;
            if (!body.ContainsKey("resources"))
            {
                body["resources"] = resources;
            }
        }

        if (body["network"] is JsonObject network)
        {
            network["allow_internet_access"] ??= true;
            network["allow_out"] ??= new JsonArray();
            network["deny_out"] ??= new JsonArray();
        }

        return body;
    }
}
