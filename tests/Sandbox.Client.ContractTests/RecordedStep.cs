using System.Net;
using System.Text.Json;

namespace Sandbox.Client.ContractTests;

/// <summary>One exchange of a recording, with the placeholders of its run (<c>{{id}}</c>) filled in.</summary>
public sealed class RecordedStep
{
    private readonly JsonElement _step;
    private readonly Func<string, string> _fill;

    public RecordedStep(string file, int number, JsonElement step, Func<string, string> fill)
    {
        File = file;
        Number = number;
        _step = step;
        _fill = fill;
    }

    public string File { get; }

    public int Number { get; }

    public string Dialect => File[..File.IndexOf('/', StringComparison.Ordinal)];

    public string At => _step.GetProperty("at").GetString()!;

    public string? Kind => _step.TryGetProperty("kind", out var kind) ? kind.GetString() : null;

    public string Method => Request.GetProperty("method").GetString()!;

    /// <summary>The path without its query, raw.</summary>
    public string Path => Target.Split('?')[0];

    public bool HasQuery => Target.Contains('?', StringComparison.Ordinal);

    public string? RequestContentType => Header(Request, "content-type");

    /// <summary>The request's body as text; null when there is none, or when it is no text or too long to be kept.</summary>
    public string? RequestText => Text(Request);

    public HttpStatusCode Status => (HttpStatusCode)Response.GetProperty("status").GetInt32();

    public string? ResponseContentType => Header(Response, "content-type");

    public string ResponseText => Text(Response) ?? "";

    /// <summary>The member that a repeated request waited for; null when the request was sent once.</summary>
    public string? RepeatedUntil => _step.TryGetProperty("repeated_until", out var until) ? until.EnumerateObject().First().Name : null;

    /// <summary>What later steps take from this answer: the placeholder and the member.</summary>
    public IEnumerable<(string Placeholder, string Member)> Captures =>
        _step.TryGetProperty("capture", out var capture) && capture.ValueKind == JsonValueKind.Object
            ? capture.EnumerateObject().Select(entry => (entry.Name, entry.Value.GetString()!))
            : [];

    private JsonElement Request => _step.GetProperty("request");

    private JsonElement Response => _step.GetProperty("response");

    private string Target => _fill(Request.GetProperty("path").GetString()!);

    public override string ToString() => $"{File} step {Number}" + (_step.TryGetProperty("request", out var request) && request.TryGetProperty("path", out _) ? $": {Method} {Path}" : "");

    private static string? Header(JsonElement side, string name) =>
        side.GetProperty("headers").EnumerateObject().FirstOrDefault(header => string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase)) is { Value.ValueKind: JsonValueKind.String } found
            ? found.Value.GetString()
            : null;

    private string? Text(JsonElement side) => side.GetProperty("body") is { ValueKind: JsonValueKind.String } body ? _fill(body.GetString()!) : null;
}
