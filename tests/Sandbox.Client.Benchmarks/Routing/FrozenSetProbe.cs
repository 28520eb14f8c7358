using System.Collections.Frozen;

namespace Sandbox.Client.Benchmarks.Routing;

/// <summary>A look-up in a frozen set at each slash. It has none of the checks.</summary>
internal sealed class FrozenSetProbe(string[] routes) : IRouteContestant
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _routes =
        routes.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly int _longest = routes.Max(route => route.Length);

    public bool IsBelow(string target)
    {
        var path = RequestTargets.PathOf(target);
        for (var end = 1; end <= path.Length && end <= _longest; end++)
        {
            if ((end == path.Length || path[end] == '/') && _routes.Contains(path[..end]))
            {
                return true;
            }
        }

        return false;
    }
}
