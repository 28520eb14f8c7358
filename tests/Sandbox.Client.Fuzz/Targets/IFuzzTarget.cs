namespace Sandbox.Client.Fuzz.Targets;

/// <summary>Something that takes any input, and throws when what must hold does not.</summary>
internal interface IFuzzTarget
{
    /// <summary>The inputs to begin with.</summary>
    IEnumerable<byte[]> Seeds { get; }

    /// <summary>Checks one input.</summary>
    /// <param name="input">Any octets.</param>
    /// <param name="thorough">Whether time matters less than depth: a replay, not the fuzzer.</param>
    void Check(ReadOnlySpan<byte> input, bool thorough);
}
