using System.Text;
using System.Text.RegularExpressions;

namespace Sandbox.Client.Tests.Routing.Oracle;

/// <summary>The grammar of a route as one regular expression over its canonical form.</summary>
internal static partial class RouteOracle
{
    /// <summary>The canonical form of an entry, or null when it is not valid.</summary>
    public static string? Canonical(string? entry)
    {
        if (string.IsNullOrEmpty(entry) || entry.Trim().Length != entry.Length)
        {
            return null;
        }

        string octets;
        try
        {
            octets = Encoding.Latin1.GetString(new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(entry));
        }
        catch (EncoderFallbackException)
        {
            return null;
        }

        var encoded = Encodable().Replace(octets, match => $"%{(int)match.Value[0]:X2}");
        var canonical = Triplet().Replace(encoded, match => match.Value.ToUpperInvariant());
        return canonical.Length <= 1024
            && Route().IsMatch(canonical)
            && canonical.Split('/').Where(segment => segment.Length > 0).All(segment => SegmentOracle.Broken(segment).Count == 0)
            ? canonical
            : null;
    }

    [GeneratedRegex("[ \u0080-\u00FF]", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Encodable();

    [GeneratedRegex("%[0-9A-Fa-f]{2}", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Triplet();

    [GeneratedRegex(
        @"\A(/|(/([A-Za-z0-9\-._~!$&'()+,=:@]|%20|%22|%3C|%3E|%5B|%5D|%5E|%60|%7B|%7C|%7D|%[89A-F][0-9A-F])+)+/?)\z",
        RegexOptions.ExplicitCapture,
        60_000)]
    private static partial Regex Route();
}
