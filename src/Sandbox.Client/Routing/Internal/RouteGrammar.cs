using System.Buffers;
using System.Text;
using static Sandbox.Client.Routing.UnauthenticatedRouteErrorCode;

namespace Sandbox.Client.Routing.Internal;

/// <summary>Checks one entry of a list of routes and brings it into canonical form: raw spaces and non-ASCII become UTF-8 triplets, hex digits upper case.</summary>
internal static class RouteGrammar
{
    private const int LongestTripletRun = 12;
    private const string Patterns = "*{}[]^|<>\"`";

    private static readonly SearchValues<char> Plain = SearchValues.Create(PathCharacters.Plain.Replace("*", "/", StringComparison.Ordinal));

    /// <summary>Checks an entry.</summary>
    /// <param name="entry">The entry as given.</param>
    /// <param name="canonical">The canonical form; empty when the entry is not valid.</param>
    /// <returns><see cref="None"/>, or what is wrong.</returns>
    public static UnauthenticatedRouteErrorCode Canonicalize(string? entry, out string canonical)
    {
        canonical = "";
        if (string.IsNullOrEmpty(entry))
        {
            return Empty;
        }

        if (char.IsWhiteSpace(entry[0]) || char.IsWhiteSpace(entry[^1]))
        {
            return SurroundingWhitespace;
        }

        if (entry[0] != '/')
        {
            return NotRooted;
        }

        // Every character takes at least one octet of the canonical form.
        if (entry.Length > UnauthenticatedRouteMatcher.MaximumRouteLength)
        {
            return TooLong;
        }

        var written = entry;
        if (entry.AsSpan().ContainsAnyExcept(Plain))
        {
            var code = Encode(entry, out written);
            if (code != None)
            {
                return code;
            }
        }

        var error = CheckSegments(written);
        canonical = error == None ? written : "";
        return error;
    }

    private static UnauthenticatedRouteErrorCode Encode(string entry, out string encoded)
    {
        encoded = "";
        Span<char> buffer = stackalloc char[UnauthenticatedRouteMatcher.MaximumRouteLength + LongestTripletRun];
        var length = 0;
        for (var index = 0; index < entry.Length;)
        {
            if (length > UnauthenticatedRouteMatcher.MaximumRouteLength)
            {
                return TooLong;
            }

            var code = EncodeOne(entry, ref index, buffer, ref length);
            if (code != None)
            {
                return code;
            }
        }

        if (length > UnauthenticatedRouteMatcher.MaximumRouteLength)
        {
            return TooLong;
        }

        encoded = new string(buffer[..length]);
        return None;
    }

    private static UnauthenticatedRouteErrorCode EncodeOne(string entry, ref int index, Span<char> buffer, ref int length)
    {
        var character = entry[index];
        if (Plain.Contains(character))
        {
            buffer[length++] = character;
            index++;
            return None;
        }

        if (character == '%')
        {
            return CopyTriplet(entry, ref index, buffer, ref length);
        }

        var refused = CodeOfRaw(character);
        if (refused != None)
        {
            return refused;
        }

        if (Rune.DecodeFromUtf16(entry.AsSpan(index), out var rune, out var consumed) != OperationStatus.Done)
        {
            return BadUtf8;
        }

        Span<byte> octets = stackalloc byte[4];
        foreach (var octet in octets[..rune.EncodeToUtf8(octets)])
        {
            WriteTriplet(octet, buffer, ref length);
        }

        index += consumed;
        return None;
    }

    private static UnauthenticatedRouteErrorCode CodeOfRaw(char character) => character switch
    {
        '?' => Query,
        '#' => Fragment,
        '\\' => Backslash,
        ';' => PathParameter,
        _ when char.IsControl(character) => ControlCharacter,
        _ when Patterns.Contains(character, StringComparison.Ordinal) => Wildcard,
        _ => None,
    };

    private static UnauthenticatedRouteErrorCode CopyTriplet(string entry, ref int index, Span<char> buffer, ref int length)
    {
        var high = index + 1 < entry.Length ? Octets.HexValue(entry[index + 1]) : -1;
        var low = index + 2 < entry.Length ? Octets.HexValue(entry[index + 2]) : -1;
        if (high < 0 || low < 0)
        {
            return BadTriplet;
        }

        var octet = (high << 4) | low;
        if (octet < 0x80)
        {
            if (octet is '*' or '/' || PathCharacters.IsStructure((uint)octet))
            {
                return EncodedStructure;
            }

            if (PathCharacters.IsPlain((uint)octet))
            {
                return NeedlessTriplet;
            }
        }

        WriteTriplet((byte)octet, buffer, ref length);
        index += 3;
        return None;
    }

    private static void WriteTriplet(byte octet, Span<char> buffer, ref int length)
    {
        const string Digits = "0123456789ABCDEF";
        buffer[length++] = '%';
        buffer[length++] = Digits[octet >> 4];
        buffer[length++] = Digits[octet & 0x0F];
    }

    // The same rule as for a request, so that no route can exist that no request could use.
    private static UnauthenticatedRouteErrorCode CheckSegments(string canonical)
    {
        var path = System.Runtime.InteropServices.MemoryMarshal.Cast<char, ushort>(canonical.AsSpan());
        if (TailScan.FindEnd(path, 0, out _) == path.Length)
        {
            return None;
        }

        for (var index = 1; index < path.Length; index++)
        {
            if (path[index] == '/')
            {
                return EmptySegment;
            }

            var decision = SegmentRule.Check(path, ref index);
            if (decision != UnauthenticatedRouteDecision.Allow)
            {
                return CodeOf(decision);
            }
        }

        return None;
    }

    private static UnauthenticatedRouteErrorCode CodeOf(UnauthenticatedRouteDecision decision) => decision switch
    {
        UnauthenticatedRouteDecision.DotSegment => DotSegment,
        UnauthenticatedRouteDecision.BadUtf8 => BadUtf8,
        _ => Confusable,
    };
}
