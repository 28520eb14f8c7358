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

    // One bit for each length that a route has: other slashes need no look-up.
    private readonly ulong[] _lengths = new ulong[(UnauthenticatedRouteMatcher.MaximumRouteLength / 64) + 1];

    private void BuildIndex()
    {
        _slots = new ulong[BitOperations.RoundUpToPowerOf2((uint)_keys.Length * 2)];
        _slotMask = _slots.Length - 1;
        var octets = Texts<byte>();
        for (var number = 0; number < _keys.Length; number++)
        {
            var key = octets.Slice(_keys[number].Offset, _keys[number].Length);
            _lengths[key.Length >> 6] |= 1UL << (key.Length & 63);
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
        var index = 1;
        while (index < window.Length)
        {
            var boundaries = BoundariesFrom(window, index, out var count);
            while (boundaries != 0)
            {
                var boundary = index + BitOperations.TrailingZeroCount(boundaries);
                route = FindAt(target, boundary, ref state, ref hashed);
                if (route >= 0)
                {
                    return boundary;
                }

                if (Octets.At(target, boundary) == '?')
                {
                    return -1;
                }

                boundaries &= boundaries - 1;
            }

            index += count;
        }

        route = target.Length <= _longest ? FindAt(target, target.Length, ref state, ref hashed) : -1;
        return route < 0 ? -1 : target.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int FindAt<T>(ReadOnlySpan<T> target, int boundary, ref ulong state, ref int hashed)
        where T : unmanaged, IBinaryInteger<T>
    {
        if ((_lengths[boundary >> 6] >> (boundary & 63) & 1) == 0)
        {
            return -1;
        }

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

    // Whole words are hashed once and kept; the last eight octets, which may overlap them, and the length close each hash.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong HashUpTo<T>(ReadOnlySpan<T> target, int end, ref ulong state, ref int hashed)
        where T : unmanaged, IBinaryInteger<T>
    {
        while (end - hashed > sizeof(ulong))
        {
            state = Mix(state ^ Octets.LoadWord(target, hashed));
            hashed += sizeof(ulong);
        }

        var last = end >= sizeof(ulong) ? Octets.LoadWord(target, end - sizeof(ulong)) : ShortWord(target[..end]);
        return Mix(state ^ last ^ ((ulong)end << 56)) ^ (ulong)end;
    }

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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong value)
    {
        var high = Math.BigMul(value, Multiplier, out var low);
        return high ^ low;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint BoundariesFrom<T>(ReadOnlySpan<T> window, int index, out int count)
        where T : unmanaged, IBinaryInteger<T>
    {
        count = Math.Min(Octets.BlockLength, window.Length - index);
        if (window.Length < Octets.BlockLength)
        {
            return BoundariesOneByOne(window[index..]);
        }

        var shift = Octets.BlockLength - count;
        var block = Octets.Load(window, index - shift);
        var boundaries = Vector128.Equals(block, Vector128.Create((byte)'/')) | Vector128.Equals(block, Vector128.Create((byte)'?'));
        return boundaries.ExtractMostSignificantBits() >> shift;
    }

    private static uint BoundariesOneByOne<T>(ReadOnlySpan<T> rest)
        where T : unmanaged, IBinaryInteger<T>
    {
        uint boundaries = 0;
        for (var i = 0; i < rest.Length; i++)
        {
            boundaries |= Octets.At(rest, i) is '/' or '?' ? 1u << i : 0;
        }

        return boundaries;
    }
}
