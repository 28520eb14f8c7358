namespace Sandbox.Client.ReliabilityTests.Table;

/// <summary>What a situation is by its nature, from which the rules say what must follow.</summary>
public enum Nature
{
    /// <summary>The answer comes, sooner or later, and can be read.</summary>
    Fine,

    /// <summary>The request provably never left.</summary>
    NeverLeft,

    /// <summary>It left, and no answer came.</summary>
    Lost,

    /// <summary>An answer came and broke off within its body.</summary>
    BrokenBody,

    /// <summary>Nothing more comes, and nothing ends.</summary>
    Stalls,

    /// <summary>A complete answer that no repetition makes readable.</summary>
    Unreadable,

    /// <summary>An answer with a status that is no success.</summary>
    Status,
}
