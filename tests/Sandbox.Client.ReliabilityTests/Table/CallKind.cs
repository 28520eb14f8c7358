namespace Sandbox.Client.ReliabilityTests.Table;

/// <summary>Calls that are expected to behave alike; a column of the table.</summary>
public enum CallKind
{
    Read,
    Lookup,
    List,
    Deletion,
    Replacement,
    Creation,

    /// <summary>A creation whose answer has no body.</summary>
    NamespaceCreation,
    Health,
}
