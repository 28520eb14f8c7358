namespace Sandbox.Client.Fuzz.Targets;

/// <summary>What can be fuzzed, by name.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyDictionary<string, IFuzzTarget> All { get; } = new Dictionary<string, IFuzzTarget>(StringComparer.Ordinal)
    {
        ["routes"] = new RoutesTarget(),
        ["responses"] = new ResponsesTarget(),
    };
}
