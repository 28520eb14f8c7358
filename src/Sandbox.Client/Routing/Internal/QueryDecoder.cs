using System.Numerics;
using System.Text;

namespace Sandbox.Client.Routing.Internal;

/// <summary>Decodes triplets until nothing changes, in one pass: whatever a decoded octet completes is decoded at once.</summary>
/// <remarks>No two triplets can overlap, because <c>%</c> is no hex digit; so the order of decoding does not matter, and the result is the fixed point.</remarks>
internal static class QueryDecoder
{
    /// <summary>Room that the buffer must have beyond the length of the query.</summary>
    public const int Margin = 2;

    /// <summary>Decodes into a buffer.</summary>
    /// <returns>The decoded octets, with one blank in place of each Unicode space and C1 control.</returns>
    public static Span<byte> DecodeFully<T>(ReadOnlySpan<T> query, Span<byte> buffer)
        where T : unmanaged, IBinaryInteger<T>
    {
        // Two octets that are no part of a triplet stand before the first, so that looking back needs no check.
        buffer[0] = 0;
        buffer[1] = 0;
        var length = Margin;
        for (var index = 0; index < query.Length; index++)
        {
            var octet = byte.CreateTruncating(query[index]);
            if (octet == '%' && Triplets.ReadOctet(query, index) is >= 0 and var value)
            {
                octet = (byte)value;
                index += Triplets.Length - 1;
            }

            while (buffer[length - 2] == '%' && Octets.HexValue(octet) >= 0 && Octets.HexValue(buffer[length - 1]) >= 0)
            {
                octet = (byte)((Octets.HexValue(buffer[length - 1]) << 4) | Octets.HexValue(octet));
                length -= 2;
            }

            buffer[length++] = octet;
        }

        var decoded = buffer[Margin..length];
        return Ascii.IsValid(decoded) ? decoded : BlankSpaces(decoded);
    }

    private static Span<byte> BlankSpaces(Span<byte> octets)
    {
        var length = 0;
        for (var index = 0; index < octets.Length;)
        {
            if (Rune.DecodeFromUtf8(octets[index..], out var rune, out var consumed) == System.Buffers.OperationStatus.Done
                && rune.Value is >= 0x80
                && (rune.Value <= 0x9F || CodePointTable.IsSpace((uint)rune.Value)))
            {
                octets[length++] = (byte)' ';
                index += consumed;
            }
            else
            {
                octets[length++] = octets[index++];
            }
        }

        return octets[..length];
    }
}
