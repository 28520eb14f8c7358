using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Sandbox.Client.Routing.Internal;

/// <summary>Reads targets of bytes and of characters the same way. <c>T</c> is <see cref="byte"/> or <see cref="ushort"/>.</summary>
/// <remarks>A character above FF reads as FF where many are read at once. No rule accepts FF, and routes are compared in full, so nothing is mistaken for another octet.</remarks>
internal static class Octets
{
    /// <summary>How many octets <see cref="Load"/> reads.</summary>
    public const int BlockLength = 16;

    /// <summary>How many octets <see cref="LoadWide"/> reads.</summary>
    public const int WideBlockLength = 32;

    private static readonly sbyte[] HexValues = BuildHexValues();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint At<T>(ReadOnlySpan<T> target, int index)
        where T : unmanaged, IBinaryInteger<T> => uint.CreateTruncating(target[index]);

    /// <summary>Sixteen octets from an index on; the caller has checked that they exist.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Load<T>(ReadOnlySpan<T> target, int index)
        where T : unmanaged, IBinaryInteger<T>
    {
        var block = target.Slice(index, BlockLength);
        if (typeof(T) == typeof(byte))
        {
            return Vector128.LoadUnsafe(ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(block)));
        }

        ref var first = ref Unsafe.As<T, ushort>(ref MemoryMarshal.GetReference(block));
        return Vector128.NarrowWithSaturation(Vector128.LoadUnsafe(ref first), Vector128.LoadUnsafe(ref first, 8));
    }

    /// <summary>Thirty-two octets from an index on; the caller has checked that they exist.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> LoadWide<T>(ReadOnlySpan<T> target, int index)
        where T : unmanaged, IBinaryInteger<T>
    {
        var block = target.Slice(index, WideBlockLength);
        if (typeof(T) == typeof(byte))
        {
            return Vector256.LoadUnsafe(ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(block)));
        }

        ref var first = ref Unsafe.As<T, ushort>(ref MemoryMarshal.GetReference(block));
        return Vector256.NarrowWithSaturation(Vector256.LoadUnsafe(ref first), Vector256.LoadUnsafe(ref first, 16));
    }

    /// <summary>Eight octets from an index on, the first in the lowest bits; the caller has checked that they exist.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong LoadWord<T>(ReadOnlySpan<T> target, int index)
        where T : unmanaged, IBinaryInteger<T>
    {
        var word = target.Slice(index, 8);
        if (typeof(T) == typeof(byte))
        {
            return Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(word)));
        }

        var characters = Vector128.LoadUnsafe(ref Unsafe.As<T, ushort>(ref MemoryMarshal.GetReference(word)));
        return Vector128.NarrowWithSaturation(characters, characters).AsUInt64().ToScalar();
    }

    /// <summary>The value of a hex digit, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int HexValue(uint character)
    {
        var values = HexValues;
        return character < (uint)values.Length ? values[character] : -1;
    }

    private static sbyte[] BuildHexValues()
    {
        var values = new sbyte[0x100];
        for (var character = 0; character < values.Length; character++)
        {
            values[character] = (sbyte)(char.IsAsciiHexDigit((char)character) ? Convert.ToInt32(((char)character).ToString(), 16) : -1);
        }

        return values;
    }
}
