namespace Sandbox.Client.Http.Internal;

/// <summary>A path with places for a namespace and an id.</summary>
internal sealed class PathTemplate
{
    private const string NamespacePlace = "{namespace}";
    private const string IdPlace = "{id}";

    private readonly string _text;
    private readonly string _beforeNamespace;
    private readonly string? _beforeId;
    private readonly string? _afterId;
    private readonly bool _hasNamespace;

    public PathTemplate(string text)
    {
        _text = text;
        var parts = text.Split(NamespacePlace);
        _hasNamespace = parts.Length == 2;
        var ends = parts[^1].Split(IdPlace);
        (_beforeId, _afterId) = ends.Length == 2 ? (ends[0], ends[1]) : (null, ends[0]);
        _beforeNamespace = _hasNamespace ? parts[0] : "";
    }

    /// <summary>Puts escaped segments into the places.</summary>
    public string Fill(string prefix, string namespaceSegment, string? idSegment) =>
        string.Concat([prefix, _beforeNamespace, _hasNamespace ? namespaceSegment : "", _beforeId ?? "", _beforeId is null ? "" : idSegment, _afterId]);

    public override string ToString() => _text;
}
