namespace Sandbox.Client.Testing.Json.Internal;

/// <summary>A request object that fills itself member by member.</summary>
internal abstract class WireObject
{
    /// <summary>The name that error texts use.</summary>
    public abstract string TypeName { get; }

    /// <summary>The members, at most 32. Others are ignored.</summary>
    public abstract IReadOnlyList<WireMember> Members { get; }

    /// <summary>Reads the value of the member with this name; the reader stands on its first token and must end on its last.</summary>
    public abstract void ReadMember(string name, ref WireReader reader);
}
