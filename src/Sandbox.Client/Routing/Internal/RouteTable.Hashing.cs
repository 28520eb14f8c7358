using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;

namespace Sandbox.Client.Routing.Internal;

/// <content>Many routes: a hash of the target up to each slash, no deeper than the longest route.</content>
internal sealed partial class RouteTable
{
    // Secret for each process: whoever writes routes cannot make them collide on purpose.
    private static readonly ulong Seed = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
    private static readonly ulong Multiplier = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong))) | 1;

    // Open addressing, at most half full. A slot is the upper half of a hash and the number of a key plus one; zero is free.
    private ulong[] _slots = [];
    private int _slotMask;

    // One bit for each length that a route has, sixteen lengths from 1 on an entry: other slashes need no look-up.
    private readonly ushort[] _lengths = new ushort[(UnauthenticatedRouteMatcher.MaximumRouteLength / Octets.BlockLength) + 1];

    private void BuildIndex()
    {
        _slots = new ulong[BitOperations.RoundUpToPowerOf2((uint)_keys.Length * 2)];
        _slotMask = _slots.Length - 1;
        var octets = Texts<byte>();
        for (var number = 0; number < _keys.Length; number++)
        {
            var key = octets.Slice(_keys[number].Offset, _keys[number].Length);
            _lengths[(key.Length - 1) / Octets.BlockLength] |= (ushort)(1 << ((key.Length - 1) % Octets.BlockLength));
            var state = Seed;
            var hashed = 0;
            var hash = HashUpTo(key, key.Length, ref state, ref hashed);
            var slot = (int)hash & _slotMask;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & _slotMask;
            }

            _slots[slot] = (hash & ~0xFFFFFFFFUL) | (uint)(number + 1);
        }
    }

    private int FindByHash<T>(ReadOnlySpan<T> target, out int route)
        where T : unmanaged, IBinaryInteger<T>
    {
        // A route can end at the end of the target, or at a character that stands no further than the longest route is long.
        var window = target[..Math.Min(target.Length, _longest + 1)];
        var state = Seed;
        var hashed = 0;
        for (var index = 1; index < window.Length; index += Octets.BlockLength)
        {
            var (slashes, marks) = BoundariesFrom(window, index);

            // Nothing behind the first question mark is a boundary.
            var candidates = (slashes | marks) & _lengths[index / Octets.BlockLength] & (marks ^ (marks - 1));
            for (; candidates != 0; candidates &= candidates - 1)
            {
                var boundary = index + BitOperations.TrailingZeroCount(candidates);
                route = FindAt(target, boundary, ref state, ref hashed);
                if (route >= 0)
                {
                    return boundary;
                }
            }

            if (marks != 0)
            {
                route = -1;
                return -1;
            }
        }

        var end = target.Length - 1;
        route = end < _longest && (_lengths[end / Octets.BlockLength] >> (end % Octets.BlockLength) & 1) != 0
            ? FindAt(target, target.Length, ref state, ref hashed)
            : -1;
        return route < 0 ? -1 : target.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int FindAt<T>(ReadOnlySpan<T> target, int boundary, ref ulong state, ref int hashed)
        where T : unmanaged, IBinaryInteger<T>
    {
        var slots = _slots;
        var hash = HashUpTo(target, boundary, ref state, ref hashed);
        for (var slot = (int)hash & _slotMask; slots[slot] != 0; slot = (slot + 1) & _slotMask)
        {
            if (((slots[slot] ^ hash) >> 32) == 0)
            {
                ref readonly var key = ref _keys[(int)(uint)slots[slot] - 1];
                if (key.Length == boundary && key.EndsAtBoundary(target) && target.StartsWith(Texts<T>().Slice(key.Offset, key.Length)))
                {
                    return key.Route;
                }
            }
        }

        return -1;
    }

    // Whole blocks are hashed once and kept; the last sixteen octets, which may overlap them, and the length close each hash.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong HashUpTo<T>(ReadOnlySpan<T> target, int end, ref ulong state, ref int hashed)
        where T : unmanaged, IBinaryInteger<T>
    {
        while (end - hashed > Octets.BlockLength)
        {
            state = Mix(state, Octets.Load(target, hashed).AsUInt64());
            hashed += Octets.BlockLength;
        }

        var last = end >= Octets.BlockLength ? Octets.Load(target, end - Octets.BlockLength).AsUInt64() : ShortBlock(target[..end]);
        return Mix(state + ((ulong)end * Multiplier), last);
    }

    private static Vector128<ulong> ShortBlock<T>(ReadOnlySpan<T> octets)
        where T : unmanaged, IBinaryInteger<T> => octets.Length >= sizeof(ulong)
            ? Vector128.Create(Octets.LoadWord(octets, 0), Octets.LoadWord(octets, octets.Length - sizeof(ulong)))
            : Vector128.Create(ShortWord(octets), 0);

    private static ulong ShortWord<T>(ReadOnlySpan<T> octets)
        where T : unmanaged, IBinaryInteger<T>
    {
        var word = 0UL;
        foreach (var octet in octets)
        {
            word = (word << 8) | Math.Min(uint.CreateTruncating(octet), 0xFF);
        }

        return word;
    }

    // Both factors hold a secret: nobody can choose octets that make one of them zero.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong state, Vector128<ulong> block)
    {
        var high = Math.BigMul(state ^ block.GetElement(0), Multiplier ^ block.GetElement(1), out var low);
        return high ^ low;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (uint Slashes, uint Marks) BoundariesFrom<T>(ReadOnlySpan<T> window, int index)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (window.Length < Octets.BlockLength)
        {
            return BoundariesOneByOne(window[index..]);
        }

        // The last block is read from the end of the window backwards, and what was seen before is shifted out.
        var shift = Math.Max(0, Octets.BlockLength - (window.Length - index));
        var block = Octets.Load(window, index - shift);
        return (
            Vector128.Equals(block, Vector128.Create((byte)'/')).ExtractMostSignificantBits() >> shift,
            Vector128.Equals(block, Vector128.Create((byte)'?')).ExtractMostSignificantBits() >> shift);
    }

    private static (uint Slashes, uint Marks) BoundariesOneByOne<T>(ReadOnlySpan<T> rest)
        where T : unmanaged, IBinaryInteger<T>
    {
        uint slashes = 0;
        uint marks = 0;
        for (var i = 0; i < rest.Length; i++)
        {
            var character = Octets.At(rest, i);
            slashes |= character == '/' ? 1u << i : 0;
            marks |= character == '?' ? 1u << i : 0;
        }

        return (slashes, marks);
    }
}
