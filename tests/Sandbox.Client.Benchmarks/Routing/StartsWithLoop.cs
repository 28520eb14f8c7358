namespace Sandbox.Client.Benchmarks.Routing;

/// <summary>A string comparison with each route in turn: what most people write first. It has none of the checks.</summary>
internal sealed class StartsWithLoop(string[] routes) : IRouteContestant
{
    public bool IsBelow(string target)
    {
        foreach (var route in routes)
        {
            if (target.StartsWith(route, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
