using System.Text;

namespace Sandbox.Client.Tests.Routing.Generation;

/// <summary>Makes lists of routes and targets for them, so that every step of the rule decides about many of them and many are allowed.</summary>
internal static class TargetGenerator
{
    private static readonly string[][] Lists =
    [
        ["/api/public"],
        ["/api/public/"],
        ["/p"],
        ["/caf\u00E9", "/a b/c"],
        ["/docs/v1", "/docs", "/health"],
        ["/v1.0/..x/.y", "/a/b/c/d/"],
        ["/%E4%BD%A0/x", "/q", "/r/s", "/t/u/v", "/w"],
        ["/r0", "/r1/a", "/r2/a/b", "/r3/a/b/c", "/api/public", "/p/", "/longer-than-sixteen-octets/and-more", "/r7"],
        ["", "//", "/ok"],
        ["/"],
        [],
    ];

    /// <summary>A list of routes; a few are empty, hold bad entries, or open everything.</summary>
    public static string[] Routes(Dice dice) => Lists[dice.OneIn(20) ? dice.Next(Lists.Length) : dice.Next(Lists.Length - 3)];

    /// <summary>A method; most are GET.</summary>
    public static string Method(Dice dice) => dice.OneIn(50) ? dice.Pick(["CONNECT", "TRACE", "OPTIONS", "POST", "trace", ""]) : "GET";

    /// <summary>A target of octets; characters above FF come only from <see cref="WideTarget"/>.</summary>
    public static string Target(Dice dice, IReadOnlyList<string> canonicalRoutes)
    {
        var target = new StringBuilder(Start(dice, canonicalRoutes));

        // How often a piece is dangerous: never, seldom, often. Pieces are independent, so combinations of rules come up too.
        var danger = dice.Pick([0, 0, 24, 8, 3, 1]);
        for (var segments = dice.Next(6); segments > 0; segments--)
        {
            if (!dice.OneIn(200))
            {
                target.Append('/');
            }

            AppendSegment(dice, danger, target);
        }

        if (dice.OneIn(6))
        {
            target.Append('/');
        }

        if (dice.OneIn(3))
        {
            AppendQuery(dice, target);
        }

        if (dice.OneIn(danger == 0 ? 100_000 : 60))
        {
            target.Insert(dice.Next(target.Length + 1), dice.Pick(Atoms.RawOctets));
        }

        if (dice.OneIn(2000))
        {
            target.Append('y', 8200 - Math.Min(8200, target.Length) - dice.Next(20));
        }

        return target.ToString();
    }

    /// <summary>A target with a character that is no octet.</summary>
    public static string WideTarget(Dice dice, IReadOnlyList<string> canonicalRoutes)
    {
        var target = Target(dice, canonicalRoutes);
        var wide = dice.Pick(["\u012F", "\u0161", "\uFF0E", "\u202F", "\uD83D\uDE80", "\uD800", "\uDC2F", "\uFFFF", "\u0100"]);
        return target.Insert(dice.Next(target.Length + 1), wide);
    }

    private static string Start(Dice dice, IReadOnlyList<string> routes)
    {
        var route = routes.Count == 0 ? "/x" : dice.Pick(routes).TrimEnd('/');
        return dice.Next(40) switch
        {
            0 => route + dice.Pick(["x", ".", "..", "%2e", "%2F", ";", "\\", "?", "%00", "~", "#"]),
            1 => route.ToUpperInvariant(),
            2 when route.Length > 1 => route[..^1],
            3 => "/" + route,
            4 => dice.Pick(["", "*", "http://host", "host:80", ".", "/%2e%2e", "/other", "/"]) + route,
            5 => route.Replace("a", "%61", StringComparison.Ordinal).Replace("%C3", "%c3", StringComparison.Ordinal),
            6 => route + "/" + route,
            _ => route,
        };
    }

    private static void AppendSegment(Dice dice, int danger, StringBuilder target)
    {
        for (var pieces = 1 + dice.Next(3) * dice.Next(2); pieces > 0; pieces--)
        {
            target.Append(danger > 0 && dice.OneIn(danger) ? DangerousPiece(dice) : SafePiece(dice));
        }
    }

    private static string SafePiece(Dice dice) => dice.Next(8) switch
    {
        0 => dice.Pick(Atoms.SafeTriplets),
        1 => Atoms.Encode(0xC0 + dice.Next(0x100)),
        2 => Atoms.Encode(dice.Pick(Atoms.Pages) + 0x42 + dice.Next(0x10)),
        _ => dice.Pick(Atoms.Names),
    };

    private static string DangerousPiece(Dice dice) => dice.Next(9) switch
    {
        0 => dice.Pick(Atoms.Dots),
        1 => dice.Pick(Atoms.Structure),
        2 => dice.Pick(Atoms.Malformed),
        3 => Atoms.Encode(dice.Pick(Atoms.Tricky), dice.OneIn(4)),
        4 => Atoms.Encode(AnyCodePoint(dice)),
        5 => dice.Pick(Atoms.RawOctets),
        6 => dice.Pick(Atoms.Dots) + LookAlike(dice),
        7 => dice.Pick(Atoms.Names) + LookAlike(dice) + dice.Pick(Atoms.Dots),
        _ => LookAlike(dice) + dice.Pick(["", "2e", "2F", "a", LookAlike(dice)]),
    };

    private static string LookAlike(Dice dice) => Atoms.Encode(dice.Pick(Atoms.Pages) + dice.Pick(Atoms.LowBytes), dice.OneIn(4));

    private static int AnyCodePoint(Dice dice)
    {
        var codePoint = 0x80 + dice.Next(dice.OneIn(2) ? 0xFF80 : 0x10FF80);
        return codePoint is >= 0xD800 and <= 0xDFFF ? codePoint - 0x800 : codePoint;
    }

    private static void AppendQuery(Dice dice, StringBuilder target)
    {
        target.Append('?');
        for (var pieces = dice.Next(7); pieces > 0; pieces--)
        {
            target.Append(dice.Pick(Atoms.QueryPieces));
        }
    }
}
