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
        var digit = character - '0';
        if (digit <= 9)
        {
            return (int)digit;
        }

        var letter = (character | 0x20) - 'a';
        return letter <= 5 ? (int)letter + 10 : -1;
    }
}
