namespace Sandbox.Client.Testing.Http.Internal;

/// <summary>A path template and what answers there.</summary>
internal sealed class Route
{
    private readonly string[] _template;

    /// <param name="template">Segments, those in braces standing for any value.</param>
    /// <param name="endpoints">In the order in which the server registers them: <c>allow</c> lists them so.</param>
    public Route(string template, params Endpoint[] endpoints)
    {
        _template = template.Split('/');
        Endpoints = endpoints;
        ValueNames = [.. _template.Where(IsValue).Select(s => s[1..^1])];
        MakesNamespace = template.StartsWith("/v1/namespaces/", StringComparison.Ordinal);
        Allow = string.Join(',', endpoints.Select(e => e.AnswersHead ? "GET,HEAD" : e.Method));
    }

    public IReadOnlyList<Endpoint> Endpoints { get; }

    public IReadOnlyList<string> ValueNames { get; }

    /// <summary>Whether a request here makes the namespace, whatever becomes of it.</summary>
    public bool MakesNamespace { get; }

    /// <summary>The <c>allow</c> header of 405 and OPTIONS.</summary>
    public string Allow { get; }

    public Endpoint? Find(string method) =>
        Endpoints.FirstOrDefault(e => e.Answers(method));

    /// <summary>
    /// The encoded values when the segments match. Letter case counts, nothing is normalised, and a value may be empty unless it ends the path:
    /// <c>/v1/namespaces//sandboxes</c> is the namespace with the empty name.
    /// </summary>
    public string[]? Match(string[] segments)
    {
        if (segments.Length != _template.Length || (IsValue(_template[^1]) && segments[^1].Length == 0))
        {
            return null;
        }

        var values = new string[ValueNames.Count];
        var count = 0;
        for (var index = 0; index < segments.Length; index++)
        {
            if (IsValue(_template[index]))
            {
                values[count++] = segments[index];
            }
            else if (!segments[index].Equals(_template[index], StringComparison.Ordinal))
            {
                return null;
            }
        }

        return values;
    }

    private static bool IsValue(string segment) => segment.StartsWith('{');
}
