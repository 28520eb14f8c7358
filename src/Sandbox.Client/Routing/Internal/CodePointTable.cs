namespace Sandbox.Client.Routing.Internal;

/// <summary>Code points that a path must not hold even as well-formed triplets, because some reader drops them or folds them into <c>. / \ % ; ? #</c>.</summary>
/// <remarks>A test derives the same set from the runtime's own Unicode data, so a new Unicode version that adds one fails that test.</remarks>
internal static class CodePointTable
{
    private const uint PlaneSize = 0x10000;

    // Pairs of first and last. C1 controls and default ignorables first, then what compatibility normalisation turns into structure.
    private static ReadOnlySpan<ushort> RefusedInFirstPlane =>
    [
        0x0080, 0x009F, 0x00AD, 0x00AD, 0x034F, 0x034F, 0x061C, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F,
        0x200B, 0x200F, 0x2028, 0x202E, 0x2060, 0x206F, 0x3164, 0x3164, 0xFDD0, 0xFDEF, 0xFE00, 0xFE0F, 0xFEFF, 0xFEFF,
        0xFFA0, 0xFFA0, 0xFFF0, 0xFFFB, 0xFFFE, 0xFFFF,
        0x037E, 0x037E, 0x2024, 0x2026, 0x2047, 0x2049, 0x2100, 0x2101, 0x2105, 0x2106, 0x2488, 0x249B, 0x33C2, 0x33C2,
        0x33C7, 0x33C7, 0x33D8, 0x33D8, 0xFE14, 0xFE14, 0xFE16, 0xFE16, 0xFE19, 0xFE19, 0xFE30, 0xFE30, 0xFE52, 0xFE52,
        0xFE54, 0xFE54, 0xFE56, 0xFE56, 0xFE5F, 0xFE5F, 0xFE68, 0xFE68, 0xFE6A, 0xFE6A, 0xFF03, 0xFF03, 0xFF05, 0xFF05,
        0xFF0E, 0xFF0F, 0xFF1B, 0xFF1B, 0xFF1F, 0xFF1F, 0xFF3C, 0xFF3C,
    ];

    // One bit a code point: a lookup costs one load, however many ranges there are.
    private static readonly ulong[] FirstPlane = BuildFirstPlane();
    private static readonly ulong[] SolidInFirstPlane = BuildSolidInFirstPlane();

    /// <summary>Whether a path must not hold the code point.</summary>
    /// <param name="codePoint">From 80 to 10FFFF, no surrogate.</param>
    public static bool IsRefused(uint codePoint) => codePoint < PlaneSize
        ? Has(FirstPlane, codePoint)
        : (codePoint & 0xFFFE) == 0xFFFE
            || codePoint is (>= 0x1BCA0 and <= 0x1BCA3) or (>= 0x1D173 and <= 0x1D17A) or (>= 0xE0000 and <= 0xE0FFF) or 0x1F100;

    /// <summary>Whether the code point is a space or a line end that trimming removes (categories Zs, Zl and Zp), other than U+0020.</summary>
    /// <param name="codePoint">From 80 up.</param>
    public static bool IsSpace(uint codePoint) =>
        codePoint is 0x00A0 or 0x1680 or (>= 0x2000 and <= 0x200A) or 0x2028 or 0x2029 or 0x202F or 0x205F or 0x3000;

    /// <summary>Whether the code point is something solid to every reader, also to one that cuts it to its low byte. False says nothing: most of what lies beyond the first plane is solid too.</summary>
    /// <param name="codePoint">From 80 up.</param>
    public static bool IsPlainlySolid(uint codePoint) => codePoint < PlaneSize && Has(SolidInFirstPlane, codePoint);

    private static bool Has(ulong[] bits, uint codePoint) => (bits[codePoint >> 6] >> (int)(codePoint & 63) & 1) != 0;

    private static void Add(ulong[] bits, uint codePoint) => bits[codePoint >> 6] |= 1UL << (int)(codePoint & 63);

    private static ulong[] BuildSolidInFirstPlane()
    {
        var bits = new ulong[PlaneSize / 64];
        for (uint codePoint = 0x80; codePoint < PlaneSize; codePoint++)
        {
            if (!IsRefused(codePoint) && !IsSpace(codePoint) && (codePoint & 0xFF) is not (<= ' ' or '.' or '/' or '\\' or ';' or '#' or '?' or '%' or 0x7F))
            {
                Add(bits, codePoint);
            }
        }

        return bits;
    }

    private static ulong[] BuildFirstPlane()
    {
        var bits = new ulong[PlaneSize / 64];
        var ranges = RefusedInFirstPlane;
        for (var i = 0; i < ranges.Length; i += 2)
        {
            for (uint codePoint = ranges[i]; codePoint <= ranges[i + 1]; codePoint++)
            {
                Add(bits, codePoint);
            }
        }

        return bits;
    }
}
