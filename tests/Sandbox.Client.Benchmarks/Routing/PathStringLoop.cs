using Microsoft.AspNetCore.Http;

namespace Sandbox.Client.Benchmarks.Routing;

/// <summary>ASP.NET Core's comparison by segments with each route in turn. It has none of the checks.</summary>
internal sealed class PathStringLoop(string[] routes) : IRouteContestant
{
    private readonly PathString[] _routes = [.. routes.Select(route => new PathString(route))];

    public bool IsBelow(string target)
    {
        var path = new PathString(target);
        foreach (var route in _routes)
        {
            if (path.StartsWithSegments(route, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
