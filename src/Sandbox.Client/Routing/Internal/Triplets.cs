using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static Sandbox.Client.Routing.UnauthenticatedRouteDecision;

namespace Sandbox.Client.Routing.Internal;

/// <summary>Reads the character that one or more triplets (<c>%XX</c>) stand for. Rules 1 and 2 for a segment.</summary>
internal static class Triplets
{
    /// <summary>The length of a triplet.</summary>
    public const int Length = 3;

    private static readonly Lead[] Leads = BuildLeads();

    /// <summary>Reads one character and moves behind it; on a denial, <paramref name="index"/> is the triplet that is at fault.</summary>
    public static UnauthenticatedRouteDecision Read<T>(ReadOnlySpan<T> target, ref int index, out uint codePoint)
        where T : unmanaged, IBinaryInteger<T>
    {
        codePoint = 0;
        var first = ReadOctet(target, index);
        if (first < 0)
        {
            return BadTriplet;
        }

        if (first < 0x80)
        {
            codePoint = (uint)first;
            if (PathCharacters.IsStructure(codePoint))
            {
                return EncodedStructure;
            }

            index += Length;
            return Allow;
        }

        return ReadMultibyte(target, first, ref index, out codePoint);
    }

    /// <summary>The octet of the triplet that begins at a <c>%</c>; negative when no two hex digits follow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ReadOctet<T>(ReadOnlySpan<T> target, int index)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (target.Length - index < Length)
        {
            return -1;
        }

        var high = Octets.HexValue(Octets.At(target, index + 1));
        var low = Octets.HexValue(Octets.At(target, index + 2));
        return (high << 4) | low;
    }

    // RFC 3629, section 4: the second octet is limited where the first alone would allow overlong forms, surrogates or more than 10FFFF.
    private static UnauthenticatedRouteDecision ReadMultibyte<T>(ReadOnlySpan<T> target, int first, ref int index, out uint codePoint)
        where T : unmanaged, IBinaryInteger<T>
    {
        var lead = Leads[first & 0x7F];
        codePoint = (uint)first & (0x3Fu >> lead.Continuations);
        if (lead.Continuations == 0)
        {
            return BadUtf8;
        }

        uint lowest = lead.Lowest;
        uint highest = lead.Highest;
        var next = index + Length;
        var end = next + (lead.Continuations * Length);
        for (; next != end; next += Length)
        {
            if (next >= target.Length || Octets.At(target, next) != '%')
            {
                return BadUtf8;
            }

            var octet = ReadOctet(target, next);
            if (octet < 0)
            {
                index = next;
                return BadTriplet;
            }

            if ((uint)octet - lowest > highest - lowest)
            {
                return BadUtf8;
            }

            codePoint = (codePoint << 6) | ((uint)octet & 0x3F);
            lowest = 0x80;
            highest = 0xBF;
        }

        index = end;
        return Allow;
    }

    private static Lead[] BuildLeads()
    {
        var leads = new Lead[0x80];
        for (var i = 0; i < 0x80; i++)
        {
            leads[i] = (i + 0x80) switch
            {
                >= 0xC2 and <= 0xDF => new(1, 0x80, 0xBF),
                0xE0 => new(2, 0xA0, 0xBF),
                0xED => new(2, 0x80, 0x9F),
                >= 0xE1 and <= 0xEF => new(2, 0x80, 0xBF),
                0xF0 => new(3, 0x90, 0xBF),
                >= 0xF1 and <= 0xF3 => new(3, 0x80, 0xBF),
                0xF4 => new(3, 0x80, 0x8F),
                _ => default,
            };
        }

        return leads;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Lead(byte Continuations, byte Lowest, byte Highest);
}
