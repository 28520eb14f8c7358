using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sandbox.Client.Serialization;

namespace Sandbox.Client.ContractTests.Plans;

/// <summary>Decides from a step alone, by rules, how it is covered.</summary>
internal static class StepPlanner
{
    private const string SomeName = "some-name";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static StepPlan Plan(RecordedStep step)
    {
        if (step.At is "operator" or "state")
        {
            return StepPlan.Excluded(ExclusionReason.NoExchange);
        }

        if (step.Kind is not null)
        {
            return StepPlan.Excluded(ExclusionReason.BelowHttp);
        }

        if (step.At is "proxy")
        {
            return StepPlan.Excluded(ExclusionReason.Proxy);
        }

        foreach (var operation in WireOperations.All)
        {
            if (operation.Match(step.Method, step.Path) is { } names)
            {
                return Plan(step, operation, Decode(names.Namespace), Decode(names.Id));
            }
        }

        return StepPlan.Excluded(ExclusionReason.NoOperation);
    }

    private static StepPlan Plan(RecordedStep step, WireOperation operation, Name name, Name id)
    {
        var request = Request(step, operation);
        StepPlan As(StepKind kind, Name scope, Name identifier, object? record, string? body, Func<SandboxClient, Task<object?>>? refused = null) =>
            new(kind, Reason: null, operation.Name, scope.Text ?? SomeName, client => operation.Call(client.InNamespace(scope.Text ?? SomeName), identifier.Text ?? SomeName, record), refused, body);

        if (!name.IsText || !id.IsText || !request.CanBeMade)
        {
            return As(StepKind.AnswerOnly, default, default, WireOperations.SomeRequest(operation.RequestType), body: null);
        }

        if (!SandboxIdentifier.IsValid(name.Text ?? SomeName) || !SandboxIdentifier.IsValid(id.Text ?? SomeName) || request.IsRefused)
        {
            return As(
                StepKind.Refused, default, default, WireOperations.SomeRequest(operation.RequestType), body: null,
                client => operation.Call(client.InNamespace(name.Text ?? SomeName), id.Text ?? SomeName, request.Record));
        }

        return As(request.IsReworded || step.HasQuery ? StepKind.Reworded : StepKind.Sent, name, id, request.Record, request.Body);
    }

    /// <summary>What the client makes of the recorded body.</summary>
    private static (bool CanBeMade, bool IsRefused, bool IsReworded, object? Record, string? Body) Request(RecordedStep step, WireOperation operation)
    {
        if (operation.RequestType is null)
        {
            // What was sent to an operation that takes no body was ignored; the client sends nothing.
            return (true, false, step.RequestText is { Length: > 0 }, null, null);
        }

        if (step.RequestText is null || step.RequestContentType is not { } type || !(type.StartsWith("application/", StringComparison.OrdinalIgnoreCase) && type.Contains("json", StringComparison.OrdinalIgnoreCase)))
        {
            return (false, false, false, null, null);
        }

        JsonObject recorded;
        object record;
        try
        {
            recorded = (JsonObject)JsonNode.Parse(step.RequestText)!;
            // Throws on a member that stands twice.
            _ = recorded.Count;
            record = JsonSerializer.Deserialize(step.RequestText, operation.RequestType, SandboxJson.Options)!;
        }
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidCastException)
        {
            return (false, false, false, null, null);
        }

        var own = OwnWording.Of(recorded, isSandbox: operation.Name == "CreateSandbox");
        return (true, IsRefusedByDesign(recorded, operation), !JsonNode.DeepEquals(own, recorded), record, own.ToJsonString());
    }

    /// <summary>What no server can mean well: see the design and the contract's sections 1.3, 1.4 and 1.7.1.</summary>
    private static bool IsRefusedByDesign(JsonObject body, WireOperation operation)
    {
        var resources = body["resources"] as JsonObject;
        var isPool = operation.Name.EndsWith("Pool", StringComparison.Ordinal);
        return body["image"]?.GetValue<string>() is ""
            || resources?["cpus"]?.GetValue<double>() < 0
            || (isPool && (resources?["cpus"]?.GetValue<double>() == 0 || resources?["memory_mb"]?.GetValue<ulong>() == 0))
            || (isPool && body["max_containers"] is { } max && body["warm_containers"]?.GetValue<uint>() > max.GetValue<uint>())
            || (operation.Name == "CreateNamespace" && !SandboxIdentifier.IsValid(body["name"]?.GetValue<string>()))
            || (body["blob_storage_bucket"] is not null && body["blob_storage_region"] is null);
    }

    private static Name Decode(string? segment)
    {
        if (segment is null)
        {
            return new(null, IsText: true);
        }

        var octets = new List<byte>();
        for (var i = 0; i < segment.Length; i++)
        {
            if (segment[i] == '%' && i + 2 < segment.Length)
            {
                octets.Add(Convert.ToByte(segment.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                octets.AddRange(Encoding.UTF8.GetBytes(segment[i].ToString()));
            }
        }

        try
        {
            return new(StrictUtf8.GetString([.. octets]), IsText: true);
        }
        catch (DecoderFallbackException)
        {
            return new(null, IsText: false);
        }
    }

    private readonly record struct Name(string? Text, bool IsText);
}
