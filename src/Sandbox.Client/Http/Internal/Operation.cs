namespace Sandbox.Client.Http.Internal;

/// <summary>One row of the wire API.</summary>
internal sealed class Operation
{
    public Operation(string name, HttpMethod method, string path, RetrySafety retrySafety)
    {
        Name = name;
        Method = method;
        Path = new PathTemplate(path);
        RetrySafety = retrySafety;
    }

    /// <summary>The name in errors, logs, spans and metrics.</summary>
    public string Name { get; }

    public HttpMethod Method { get; }

    public PathTemplate Path { get; }

    public RetrySafety RetrySafety { get; }

    /// <summary>Whether it cleans up after another call: then the budget of repetitions is not asked, because what stays behind is worse, and its time is limited.</summary>
    public bool IsCleanup { get; init; }

    public override string ToString() => Name;
}
