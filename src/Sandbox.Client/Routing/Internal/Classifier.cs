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

        var refused = VisibleScan.IndexOfRefused(target);
        if (refused >= 0)
        {
            return new(Character, refused);
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

    private static Classification ClassifyBelow<T>(ReadOnlySpan<T> target, string route)
        where T : unmanaged, IBinaryInteger<T>
    {
        var mark = target.IndexOf(T.CreateTruncating('?'));
        var path = mark < 0 ? target : target[..mark];
        for (var i = 0; i < path.Length; i++)
        {
            var character = Octets.At(path, i);
            if (character is not ('/' or '%') && !PathCharacters.IsPlain(character))
            {
                return new(character == ';' ? PathParameter : Character, i, route);
            }
        }

        for (var i = 1; i < path.Length; i++)
        {
            if (Octets.At(path, i) == '/' && Octets.At(path, i - 1) == '/')
            {
                return new(EmptySegment, i, route);
            }
        }

        for (var index = 1; index < path.Length; index++)
        {
            var decision = SegmentRule.Check(path, ref index);
            if (decision != Allow)
            {
                return new(decision, index, route);
            }
        }

        return mark >= 0 && QueryRule.Climbs(target[(mark + 1)..]) ? new(QueryClimb, mark, route) : new(Allow, Route: route);
    }
}
