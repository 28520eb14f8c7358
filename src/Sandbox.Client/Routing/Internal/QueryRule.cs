using System.Numerics;

namespace Sandbox.Client.Routing.Internal;

/// <summary>Finds queries that climb out of a folder when a handler joins the whole target to it.</summary>
/// <remarks>The query is decoded until nothing changes and split at <c>/</c> and <c>\</c>; it climbs when a part after the first is two or more dots,
/// where blanks and controls do not count, and <c>;</c> ends the part.</remarks>
internal static class QueryRule
{
    private const int ShortQuery = 256;

    /// <summary>Whether the query climbs.</summary>
    /// <param name="query">What follows the first <c>?</c>: at most 8,191 octets, all from 21 to 7E.</param>
    public static bool Climbs<T>(ReadOnlySpan<T> query)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (!query.ContainsAny(T.CreateTruncating('%'), T.CreateTruncating('/'), T.CreateTruncating('\\')))
        {
            return false;
        }

        Span<byte> buffer = query.Length <= ShortQuery
            ? stackalloc byte[QueryDecoder.Margin + ShortQuery]
            : stackalloc byte[QueryDecoder.Margin + UnauthenticatedRouteMatcher.MaximumTargetLength];
        return ClimbAutomaton.Accepts(QueryDecoder.DecodeFully(query, buffer));
    }
}
