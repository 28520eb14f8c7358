using System.Text;
using System.Text.RegularExpressions;
using Sandbox.Client.Routing;
using static Sandbox.Client.Routing.UnauthenticatedRouteDecision;

namespace Sandbox.Client.Tests.Routing.Oracle;

/// <summary>The rule for one segment, slow and obvious: decode all of it, give every character a letter for its class, and ask regular expressions about the word.</summary>
internal static partial class SegmentOracle
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Every rule that the segment breaks.</summary>
    public static HashSet<UnauthenticatedRouteDecision> Broken(string segment)
    {
        var broken = new HashSet<UnauthenticatedRouteDecision>();
        if (StrayPercent().IsMatch(segment))
        {
            broken.Add(BadTriplet);
        }

        var decoded = Triplet().Matches(segment).Select(match => Convert.ToByte(match.Value[1..], 16));
        if (decoded.Any(octet => octet < 0x20 || octet == 0x7F || @"./\%;?#".Contains((char)octet, StringComparison.Ordinal)))
        {
            broken.Add(EncodedStructure);
        }

        if (broken.Count > 0)
        {
            // What it decodes to has no meaning; but badly formed octets are no better for it.
            broken.Add(BadUtf8);
            broken.Add(Confusable);
            return broken;
        }

        int[] codePoints;
        try
        {
            var octets = Triplet().Replace(segment, match => ((char)Convert.ToByte(match.Value[1..], 16)).ToString());
            codePoints = [.. Strict.GetString(Encoding.Latin1.GetBytes(octets)).EnumerateRunes().Select(rune => rune.Value)];
        }
        catch (DecoderFallbackException)
        {
            return [BadUtf8, Confusable];
        }

        if (codePoints.Any(CodePointLists.Refused.Contains) || MakesTriplet(codePoints))
        {
            broken.Add(Confusable);
        }

        var word = string.Concat(codePoints.Select(ClassOf));
        var parts = word.Split('/');
        for (var i = 0; i < parts.Length; i++)
        {
            if (DotsThenCut().IsMatch(parts[i]) || NothingThenParameter().IsMatch(parts[i]))
            {
                broken.Add(Confusable);
            }

            var isLast = i == parts.Length - 1;
            var isEmptyEnd = isLast && i > 0 && parts[i].Length == 0;
            if (!Solid().IsMatch(parts[i]) && !isEmptyEnd)
            {
                broken.Add(isLast ? DotSegment : Confusable);
            }
        }

        return broken;
    }

    private static bool MakesTriplet(int[] codePoints) => Enumerable.Range(0, Math.Max(0, codePoints.Length - 2)).Any(i =>
        codePoints[i] >= 0x80 && (codePoints[i] & 0xFF) == '%' && char.IsAsciiHexDigit((char)(codePoints[i + 1] & 0xFF)) && char.IsAsciiHexDigit((char)(codePoints[i + 2] & 0xFF)));

    // a: solid; d: dot; b: blank; 0: NUL once cut; h: "#" or "?" once cut; ;: ";" once cut; /: a slash once cut.
    private static char ClassOf(int codePoint)
    {
        if (codePoint < 0x80)
        {
            return codePoint == '.' ? 'd' : CodePointLists.Blank.Contains(codePoint) ? 'b' : 'a';
        }

        return (codePoint & 0xFF) switch
        {
            0x2E => 'd',
            0x00 => '0',
            <= 0x20 or 0x7F => 'b',
            0x23 or 0x3F => 'h',
            0x2F or 0x5C => '/',
            0x3B => ';',
            _ => CodePointLists.Blank.Contains(codePoint) ? 'b' : 'a',
        };
    }

    [GeneratedRegex("%(?![0-9A-Fa-f]{2})", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex StrayPercent();

    [GeneratedRegex("%[0-9A-Fa-f]{2}", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Triplet();

    // "Only dots came before" holds with blanks among them too: one reader trims what another leaves.
    [GeneratedRegex("^[db0]*d[db0]*[0h]", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex DotsThenCut();

    [GeneratedRegex("^[db0]*;", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex NothingThenParameter();

    [GeneratedRegex("[ah]", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Solid();
}
