using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Sandbox.Client.Errors;
using Sandbox.Client.Serialization;

namespace Sandbox.Client.ContractTests.Live;

/// <summary>
/// What the client made of an answer, with what may differ between two runs of one server put aside: ids, times, addresses, the tail of parser
/// messages, and what the scheduler may not have settled yet: pending reasons, and the states of a pool's containers.
/// </summary>
internal static partial class LiveAnswer
{
    private static readonly string[] Ids = ["id", "container_id", "sandbox_id", "pool_id", "snapshot_id"];
    private static readonly string[] Addresses = ["dataplane_api_address", "sandbox_url", "executor_id", "version"];
    private static readonly string[] ParserMessages =
        ["Failed to parse the request body as JSON: ", "Failed to deserialize the JSON body into the target type: ", "Failed to buffer the request body: ", "Invalid URL: "];

    /// <summary>The result or the error of a call.</summary>
    public static string Describe(object? result, Exception? error) => error switch
    {
        null => Shape(result is null ? null : JsonSerializer.SerializeToNode(result, result is System.Collections.IList ? typeof(object) : result.GetType(), Options)),
        SandboxException failure => $"{failure.GetType().Name} {failure.StatusCode} {Text(failure.ServerMessage ?? "")}",
        _ => error.ToString(),
    };

    private static JsonSerializerOptions Options { get; } = new(SandboxJson.Options) { TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver() };

    private static string Shape(JsonNode? node) => Shape(node, "")?.ToJsonString() ?? "nothing";

    private static JsonNode? Shape(JsonNode? node, string name) => node switch
    {
        JsonObject members => new JsonObject(members
            .Where(member => member.Key is not ("pending_reason" or "state"))
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Shape(member.Value, member.Key)))),
        JsonArray items => new JsonArray([.. items.Select(item => Shape(item, name)).OrderBy(item => item?.ToJsonString(), StringComparer.Ordinal)]),
        JsonValue value when name == "created_at" => JsonValue.Create("<time>"),
        JsonValue value when Ids.Contains(name, StringComparer.Ordinal) => JsonValue.Create("<id>"),
        JsonValue value when Addresses.Contains(name, StringComparer.Ordinal) => JsonValue.Create("<address>"),
        _ => node?.DeepClone(),
    };

    private static string Text(string text) => ParserMessages.FirstOrDefault(prefix => text.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix
        ? $"{prefix}…"
        : Id().Replace(text, "<id>");

    [GeneratedRegex("[0-9A-Za-z_-]{21}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();
}
