using System.Numerics;
using System.Runtime.Intrinsics;

namespace Sandbox.Client.Routing.Internal;

/// <summary>Finds octets that servers read in too many ways to let pass in a path or a query: all outside 21 to 7E, and <c>#</c>.</summary>
internal static class VisibleScan
{
    /// <summary>The index of the first such octet, or -1.</summary>
    public static int IndexOfRefused<T>(ReadOnlySpan<T> target)
        where T : unmanaged, IBinaryInteger<T>
    {
        var index = 0;
        for (; index <= target.Length - Octets.BlockLength; index += Octets.BlockLength)
        {
            var block = Octets.Load(target, index);
            var refused = Vector128.GreaterThan(block - Vector128.Create((byte)0x21), Vector128.Create((byte)(0x7E - 0x21)))
                | Vector128.Equals(block, Vector128.Create((byte)'#'));
            if (refused != Vector128<byte>.Zero)
            {
                return index + BitOperations.TrailingZeroCount(refused.ExtractMostSignificantBits());
            }
        }

        for (; index < target.Length; index++)
        {
            if (Octets.At(target, index) is < 0x21 or > 0x7E or '#')
            {
                return index;
            }
        }

        return -1;
    }
}
