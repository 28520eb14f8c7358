namespace Sandbox.Client.Http.Internal;

/// <summary>A namespace as it is called and as it stands in a path.</summary>
internal sealed record NamespaceScope
{
    public NamespaceScope(string name)
    {
        SandboxIdentifier.ThrowIfInvalid(name, nameof(name));
        Name = name;
        Segment = RequestUris.Escape(name);
    }

    public string Name { get; }

    public string Segment { get; }
}
