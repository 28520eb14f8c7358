using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Sandbox.Client.Routing.Internal;

/// <summary>The fast check that the part of a path below a route is inert. It looks one by one only at segments that hold a triplet or begin with a dot or a plus.</summary>
/// <remarks>What it finds first in the path is not always first in the order of the rule; <see cref="Classifier"/> puts that right.</remarks>
internal static class TailScan
{
    // A character is plain when the bit of its high half is set in the entry of its low half.
    private static readonly Vector128<byte> LowHalves = BuildLowHalves();
    private static readonly Vector128<byte> HighHalves = Vector128.Create(1, 2, 4, 8, 16, 32, 64, 128, 0, 0, 0, 0, 0, 0, 0, 0);
    private static readonly Vector256<byte> WideLowHalves = Vector256.Create(LowHalves, LowHalves);
    private static readonly Vector256<byte> WideHighHalves = Vector256.Create(HighHalves, HighHalves);

    /// <summary>Finds the end of an inert path.</summary>
    /// <param name="target">The whole target.</param>
    /// <param name="start">Where the tail begins: a <c>/</c>.</param>
    /// <param name="fault">When the tail is not inert: the segment that is the first at fault, and why.</param>
    /// <returns>The index of the <c>?</c>, or the length of the target; -1 when the tail is not inert.</returns>
    public static int FindEnd<T>(ReadOnlySpan<T> target, int start, out TailFault fault)
        where T : unmanaged, IBinaryInteger<T>
    {
        fault = default;
        var index = start + 1;
        var afterSlash = true;
        while (index < target.Length)
        {
            SkipPlainBlocks(target, ref index, ref afterSlash);
            var (notPlain, slashes, starts) = Classify(target, index, out var count);
            var atSegmentStart = (slashes << 1) | (afterSlash ? 1u : 0u);
            var interesting = notPlain | (starts & atSegmentStart);
            if (interesting == 0)
            {
                afterSlash = (atSegmentStart >> count & 1) != 0;
                index += count;
                continue;
            }

            var offset = BitOperations.TrailingZeroCount(interesting);
            var found = index + offset;
            var character = Octets.At(target, found);
            if (character == '?')
            {
                return found;
            }

            // Only the second slash of a pair is interesting: an empty segment that is not the last.
            if (character == '/')
            {
                fault = new(found, UnauthenticatedRouteDecision.EmptySegment);
                return -1;
            }

            var segment = StartOfSegment(target, found);
            var end = segment;
            var decision = SegmentRule.Check(target, ref end);
            if (decision != UnauthenticatedRouteDecision.Allow)
            {
                fault = new(segment, decision);
                return -1;
            }

            if (end == target.Length || Octets.At(target, end) == '?')
            {
                return end;
            }

            index = end + 1;
            afterSlash = true;
        }

        return target.Length;
    }

    // The path always has a slash before any index that is asked for: the tail begins with one.
    private static int StartOfSegment<T>(ReadOnlySpan<T> target, int index)
        where T : unmanaged, IBinaryInteger<T>
    {
        while (Octets.At(target, index - 1) != '/')
        {
            index--;
        }

        return index;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (uint NotPlain, uint Slashes, uint Starts) Classify<T>(ReadOnlySpan<T> target, int index, out int count)
        where T : unmanaged, IBinaryInteger<T>
    {
        count = Math.Min(Octets.BlockLength, target.Length - index);
        if (target.Length < Octets.BlockLength)
        {
            return ClassifyOneByOne(target[index..]);
        }

        // The last block is read from the end of the target backwards, and what was seen before is shifted out.
        var shift = Octets.BlockLength - count;
        var (notPlain, slashes, starts) = ClassifyBlock(Octets.Load(target, index - shift));
        return (notPlain >> shift, slashes >> shift, starts >> shift);
    }

    // Whole blocks of nothing but plain names: most of a long path.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SkipPlainBlocks<T>(ReadOnlySpan<T> target, ref int index, ref bool afterSlash)
        where T : unmanaged, IBinaryInteger<T>
    {
        var carry = afterSlash ? 1u : 0u;
        var at = index;
        if (Avx2.IsSupported)
        {
            while (target.Length - at > Octets.WideBlockLength + Octets.BlockLength)
            {
                var (notPlain, slashes, starts) = ClassifyWideBlock(Octets.LoadWide(target, at));
                var atSegmentStart = ((ulong)slashes << 1) | carry;
                if ((notPlain | (starts & atSegmentStart)) != 0)
                {
                    break;
                }

                carry = (uint)(atSegmentStart >> Octets.WideBlockLength);
                at += Octets.WideBlockLength;
            }
        }

        // One block is left over, so that the caller always has something to look at.
        while (target.Length - at > 2 * Octets.BlockLength)
        {
            var (notPlain, slashes, starts) = ClassifyBlock(Octets.Load(target, at));
            var atSegmentStart = (slashes << 1) | carry;
            if ((notPlain | (starts & atSegmentStart)) != 0)
            {
                break;
            }

            carry = atSegmentStart >> Octets.BlockLength;
            at += Octets.BlockLength;
        }

        index = at;
        afterSlash = carry != 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (uint NotPlain, uint Slashes, uint Starts) ClassifyBlock(Vector128<byte> block)
    {
        var plain = Vector128.ShuffleNative(LowHalves, block & Vector128.Create((byte)0x0F))
            & Vector128.ShuffleNative(HighHalves, block >>> 4);
        var slash = Vector128.Equals(block, Vector128.Create((byte)'/'));
        var starts = slash | Vector128.Equals(block, Vector128.Create((byte)'.')) | Vector128.Equals(block, Vector128.Create((byte)'+'));
        return (
            Vector128.Equals(plain, Vector128<byte>.Zero).ExtractMostSignificantBits(),
            slash.ExtractMostSignificantBits(),
            starts.ExtractMostSignificantBits());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (uint NotPlain, uint Slashes, uint Starts) ClassifyWideBlock(Vector256<byte> block)
    {
        // Only the lower half of each octet chooses in the table of its lane.
        var plain = Avx2.Shuffle(WideLowHalves, block & Vector256.Create((byte)0x0F))
            & Avx2.Shuffle(WideHighHalves, (block.AsUInt16() >>> 4).AsByte() & Vector256.Create((byte)0x0F));
        var slash = Vector256.Equals(block, Vector256.Create((byte)'/'));
        var starts = slash | Vector256.Equals(block, Vector256.Create((byte)'.')) | Vector256.Equals(block, Vector256.Create((byte)'+'));
        return (
            Vector256.Equals(plain, Vector256<byte>.Zero).ExtractMostSignificantBits(),
            slash.ExtractMostSignificantBits(),
            starts.ExtractMostSignificantBits());
    }

    private static (uint NotPlain, uint Slashes, uint Starts) ClassifyOneByOne<T>(ReadOnlySpan<T> rest)
        where T : unmanaged, IBinaryInteger<T>
    {
        uint notPlain = 0;
        uint slashes = 0;
        uint starts = 0;
        for (var i = 0; i < rest.Length; i++)
        {
            var character = Octets.At(rest, i);
            var bit = 1u << i;
            slashes |= character == '/' ? bit : 0;
            starts |= character is '/' or '.' or '+' ? bit : 0;
            notPlain |= character == '/' || PathCharacters.IsPlain(character) ? 0 : bit;
        }

        return (notPlain, slashes, starts);
    }

    private static Vector128<byte> BuildLowHalves()
    {
        Span<byte> halves = stackalloc byte[Octets.BlockLength];
        halves.Clear();
        foreach (var character in PathCharacters.Plain + "/")
        {
            halves[character & 0x0F] |= (byte)(1 << (character >> 4));
        }

        return Vector128.Create<byte>(halves);
    }
}
