using System.Numerics;
using static Sandbox.Client.Routing.UnauthenticatedRouteDecision;

namespace Sandbox.Client.Routing.Internal;

/// <summary>The rule in its own order, step by step, with the place that is at fault. It explains; it also names the reason for whatever the fast path does not allow.</summary>
internal static class Classifier
{
    public static Classification Classify<T>(RouteTable? table, ReadOnlySpan<T> target, string method)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (table is null)
        {
            return new(NoRoutes);
        }

        if (IsRefusedMethod(method))
        {
            return new(Method);
        }

        if (target.Length is 0 or > UnauthenticatedRouteMatcher.MaximumTargetLength)
        {
            return new(Length);
        }

        if (Octets.At(target, 0) != '/')
        {
            return new(NotOriginForm, 0);
        }

        var invisible = VisibleScan.IndexOfRefused(target);
        if (invisible >= 0)
        {
            return new(Character, invisible);
        }

        if (table.OpensEverything)
        {
            return new(Allow, Route: "/");
        }

        var boundary = table.FindBoundary(target, out var route);
        return boundary < 0 ? new(NoMatch) : ClassifyBelow(target, table.RouteAt(route));
    }

    /// <summary>Whether the method is never public. Methods are compared as they are: <c>trace</c> is another method (RFC 9110, section 9.1).</summary>
    public static bool IsRefusedMethod(string method) => method is "CONNECT" or "TRACE";

    /// <summary>The first reason in the order of the rule for a path that is known to be inert up to a segment that is not.</summary>
    public static UnauthenticatedRouteDecision ReasonFrom<T>(ReadOnlySpan<T> target, TailFault fault)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (VisibleScan.IndexOfRefused(target[fault.Start..]) >= 0)
        {
            return Character;
        }

        var shape = ClassifyShape(PathOf(target), fault.Start);
        return shape.Decision == Allow ? fault.Decision : shape.Decision;
    }

    private static Classification ClassifyBelow<T>(ReadOnlySpan<T> target, string route)
        where T : unmanaged, IBinaryInteger<T>
    {
        var path = PathOf(target);
        var shape = ClassifyShape(path, 1);
        if (shape.Decision != Allow)
        {
            return shape with { Route = route };
        }

        for (var index = 1; index < path.Length; index++)
        {
            var decision = SegmentRule.Check(path, ref index);
            if (decision != Allow)
            {
                return new(decision, index, route);
            }
        }

        return path.Length < target.Length && QueryRule.Climbs(target[(path.Length + 1)..])
            ? new(QueryClimb, path.Length, route)
            : new(Allow, Route: route);
    }

    // Characters and empty segments, from an index on before which all is well.
    private static Classification ClassifyShape<T>(ReadOnlySpan<T> path, int start)
        where T : unmanaged, IBinaryInteger<T>
    {
        var refused = PathCharacters.IndexOfRefused(path[start..]);
        if (refused >= 0)
        {
            refused += start;
            return new(Octets.At(path, refused) == ';' ? PathParameter : Character, refused);
        }

        var slash = T.CreateTruncating('/');
        var pair = path[(start - 1)..].IndexOf([slash, slash]);
        return pair < 0 ? new(Allow) : new(EmptySegment, start + pair);
    }

    private static ReadOnlySpan<T> PathOf<T>(ReadOnlySpan<T> target)
        where T : unmanaged, IBinaryInteger<T>
    {
        var mark = target.IndexOf(T.CreateTruncating('?'));
        return mark < 0 ? target : target[..mark];
    }
}
