namespace Sandbox.Client.Testing.Http.Internal;

/// <summary>Finds the route of a path as it came, octet for octet.</summary>
internal sealed class Router(IReadOnlyList<Route> routes)
{
    public (Route Route, string[] Values)? Match(string path)
    {
        var segments = path.Split('/');
        foreach (var route in routes)
        {
            if (route.Match(segments) is { } values)
            {
                return (route, values);
            }
        }

        return null;
    }
}
