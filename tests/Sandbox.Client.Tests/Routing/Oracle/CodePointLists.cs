using System.Globalization;

namespace Sandbox.Client.Tests.Routing.Oracle;

/// <summary>The lists of rule 3, as the rule prints them.</summary>
internal static class CodePointLists
{
    private const string Vanishing =
        "0080-009F 00AD 034F 061C 115F-1160 17B4-17B5 180B-180F 200B-200F 2028-202E 2060-206F 3164 FE00-FE0F FEFF FFA0 FFF0-FFFB " +
        "1BCA0-1BCA3 1D173-1D17A E0000-E0FFF";

    private const string Folding =
        "037E 2024-2026 2047-2049 2100-2101 2105-2106 2488-249B 33C2 33C7 33D8 FE14 FE16 FE19 FE30 FE52 FE54 FE56 FE5F FE68 FE6A " +
        "FF03 FF05 FF0E-FF0F FF1B FF1F FF3C 1F100";

    private const string Spaces = "00A0 1680 2000-200A 2028-2029 202F 205F 3000";

    public static HashSet<int> Folded { get; } = Parse(Folding);

    public static HashSet<int> Refused { get; } = [.. Parse(Vanishing), .. Folded, .. Noncharacters()];

    public static HashSet<int> Blank { get; } = [' ', '+', .. Parse(Spaces)];

    private static IEnumerable<int> Noncharacters() =>
        Enumerable.Range(0xFDD0, 32).Concat(Enumerable.Range(0, 17).SelectMany(plane => new[] { (plane << 16) | 0xFFFE, (plane << 16) | 0xFFFF }));

    private static HashSet<int> Parse(string list) => [.. list.Split(' ').SelectMany(item =>
    {
        var ends = item.Split('-').Select(end => int.Parse(end, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToArray();
        return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1);
    })];
}
