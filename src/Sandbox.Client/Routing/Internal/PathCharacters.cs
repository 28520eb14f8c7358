using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Sandbox.Client.Routing.Internal;

/// <summary>What each ASCII character is in a path, raw and from a triplet.</summary>
internal static class PathCharacters
{
    /// <summary>The characters that a path may hold as they are (RFC 3986, pchar) except <c>%</c> and <c>;</c>, which rules of their own govern.</summary>
    public const string Plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,=:@";

    private const string StructureInTriplets = "./\\%;?#";

    private static readonly bool[] PlainTable = BuildPlainTable();
    private static readonly SearchValues<char> Characters = SearchValues.Create(Plain + "/%");
    private static readonly SearchValues<byte> Octets = SearchValues.Create(System.Text.Encoding.ASCII.GetBytes(Plain + "/%"));

    /// <summary>Whether a path may hold the character as it is, and no other rule asks about it.</summary>
    public static bool IsPlain(uint character) => character < (uint)PlainTable.Length && PlainTable[character];

    /// <summary>Whether an octet below 80 may not come from a triplet: controls, and what has a meaning in a path.</summary>
    public static bool IsStructure(uint octet) => octet is < 0x20 or 0x7F || StructureInTriplets.Contains((char)octet, StringComparison.Ordinal);

    /// <summary>The first character that no path may hold as it is, or -1.</summary>
    public static int IndexOfRefused<T>(ReadOnlySpan<T> path)
        where T : unmanaged, IBinaryInteger<T> => typeof(T) == typeof(byte)
            ? MemoryMarshal.Cast<T, byte>(path).IndexOfAnyExcept(Octets)
            : MemoryMarshal.Cast<T, char>(path).IndexOfAnyExcept(Characters);

    private static bool[] BuildPlainTable()
    {
        var table = new bool[0x80];
        foreach (var character in Plain)
        {
            table[character] = true;
        }

        return table;
    }
}
