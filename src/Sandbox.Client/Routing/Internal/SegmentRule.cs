using System.Numerics;
using static Sandbox.Client.Routing.UnauthenticatedRouteDecision;

namespace Sandbox.Client.Routing.Internal;

/// <summary>The rule for one segment: nothing in it may read as structure, and something in it must be solid.</summary>
internal static class SegmentRule
{
    /// <summary>Checks the segment that begins at <paramref name="index"/>.</summary>
    /// <param name="target">The whole target.</param>
    /// <param name="index">On entry where the segment begins; on return its end (a <c>/</c>, a <c>?</c> or the end of the target), or the place that is at fault.</param>
    /// <returns><see cref="Allow"/>, or the first reason in reading order.</returns>
    public static UnauthenticatedRouteDecision Check<T>(ReadOnlySpan<T> target, ref int index)
        where T : unmanaged, IBinaryInteger<T>
    {
        var start = index;
        var state = default(SegmentState);
        while (index < target.Length)
        {
            var at = index;
            var character = Octets.At(target, index);
            if (character is '/' or '?')
            {
                break;
            }

            if (character == '%')
            {
                var decision = Triplets.Read(target, ref index, out character);
                if (decision != Allow)
                {
                    return decision;
                }
            }
            else if (PathCharacters.IsPlain(character))
            {
                index++;
            }
            else
            {
                return character == ';' ? PathParameter : Character;
            }

            if (!state.Accept(character))
            {
                index = at;
                return Confusable;
            }
        }

        if (state.IsHarmless)
        {
            return Allow;
        }

        index = start;
        return DotSegment;
    }
}
