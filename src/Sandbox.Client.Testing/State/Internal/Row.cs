using System.Text;

namespace Sandbox.Client.Testing.State.Internal;

/// <summary>Something that is stored under a namespace and an id.</summary>
internal abstract class Row
{
    protected Row(string ns, string id)
    {
        Namespace = ns;
        Id = id;
        Key = KeyOf(ns, id);
    }

    public string Namespace { get; }

    public string Id { get; }

    /// <summary>The key in the server's store, whose octets give the order of lists.</summary>
    public byte[] Key { get; }

    public static byte[] KeyOf(string ns, string id) => Encoding.UTF8.GetBytes($"{ns}|{id}");
}
