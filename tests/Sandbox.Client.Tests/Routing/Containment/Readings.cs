using System.Globalization;
using System.Text;

namespace Sandbox.Client.Tests.Routing.Containment;

/// <summary>What servers do to a path before they use it. Each reading takes text and gives text; octets that are not text are shown as U+FFFD.</summary>
internal static class Readings
{
    /// <summary>The name of the reading that keeps the low byte of each character.</summary>
    public const string CutToBytes = "cut characters to bytes";

    /// <summary>The name of the reading that normalises.</summary>
    public const string Normalize = "NFKC";

    // Once a reader has cut characters to bytes, 80 to FF are bytes, not the characters with those numbers.
    private const int BytesAsPrivateUse = 0xF700;

    // Signs that Unicode counts as format characters although printing keeps them. The rule counts them as solid, so no reading here may drop them.
    private const string VisibleFormatCharacters = "\u06DD\u0890\u0891\u08E2";

    /// <summary>The readings of a path.</summary>
    public static readonly (string Name, Func<string, string> Read)[] OfPath =
    [
        ("decode once", Decode),
        ("decode to a fixed point", text => ToFixedPoint(text, Decode)),
        ("form-decode to a fixed point", text => ToFixedPoint(text, FormDecode)),
        ("strip parameters", text => PerSegment(text, segment => Before(segment, ';'))),
        ("cut at ?, # and NUL", text => Before(Before(Before(text, '?'), '#'), '\0')),
        ("cut at NUL", text => Before(text, '\0')),
        ("trim blanks per segment", text => PerSegment(text, segment => segment.Trim())),
        ("drop controls and format characters", text => Drop(text, IsControlOrFormat)),
        (CutToBytes, Cut),
        ("backslash to slash", text => text.Replace('\\', '/')),
        (Normalize, text => text.Normalize(NormalizationForm.FormKC)),
        ("merge slashes", MergeSlashes),
        ("trim dots and spaces at the end of segments", TrimEnds),
    ];

    /// <summary>The readings of a whole target by handlers that join it to a folder, query and all.</summary>
    /// <remarks>Such handlers decode and split; they do not normalise Unicode, and the rule for queries does not look for that.</remarks>
    public static readonly (string Name, Func<string, string> Read)[] OfWholeTarget =
    [
        ("decode once", Decode),
        ("decode to a fixed point", text => ToFixedPoint(text, Decode)),
        ("form-decode to a fixed point", text => ToFixedPoint(text, FormDecode)),
        ("strip parameters", text => PerSegment(text, segment => Before(segment, ';'))),
        ("trim blanks per segment", text => PerSegment(text, segment => segment.Trim())),
        ("drop controls", text => Drop(text, char.IsControl)),
        ("backslash to slash", text => text.Replace('\\', '/')),
        ("merge slashes", MergeSlashes),
        ("trim dots and spaces at the end of segments", TrimEnds),
    ];

    /// <summary>Removes <c>.</c> and <c>..</c> segments; what climbs above the start stays at the start.</summary>
    /// <param name="path">Segments between slashes.</param>
    /// <param name="escaped">Whether it climbed above the start.</param>
    public static string RemoveDotSegments(string path, out bool escaped)
    {
        escaped = false;
        var kept = new List<string>();
        foreach (var segment in path.Split('/'))
        {
            if (segment == "..")
            {
                escaped |= kept.Count == 0;
                if (kept.Count > 0)
                {
                    kept.RemoveAt(kept.Count - 1);
                }
            }
            else if (segment != ".")
            {
                kept.Add(segment);
            }
        }

        return string.Join('/', kept);
    }

    private static string Decode(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
        {
            return text;
        }

        var octets = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                octets.Add(byte.Parse(text.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 2;
            }
            else if (text[i] < 0x80)
            {
                octets.Add((byte)text[i]);
            }
            else
            {
                var length = char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? 2 : 1;
                octets.AddRange(Encoding.UTF8.GetBytes(text.Substring(i, length)));
                i += length - 1;
            }
        }

        return Encoding.UTF8.GetString([.. octets]);
    }

    private static string FormDecode(string text) => Decode(text.Replace('+', ' '));

    private static string ToFixedPoint(string text, Func<string, string> read)
    {
        for (var next = read(text); next != text; next = read(text))
        {
            text = next;
        }

        return text;
    }

    private static string PerSegment(string text, Func<string, string> read) => string.Join('/', text.Split('/').Select(read));

    private static string Before(string text, char character) => text.IndexOf(character, StringComparison.Ordinal) is >= 0 and var index ? text[..index] : text;

    private static string TrimEnds(string text) => PerSegment(text, segment => segment is "." or ".." ? segment : segment.TrimEnd('.', ' '));

    private static string Drop(string text, Func<char, bool> isDropped) => text.Any(isDropped) ? string.Concat(text.Where(character => !isDropped(character))) : text;

    private static bool IsControlOrFormat(char character) =>
        char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format
        && !VisibleFormatCharacters.Contains(character, StringComparison.Ordinal);

    private static string Cut(string text) => text.All(char.IsAscii) ? text : string.Concat(text.EnumerateRunes()
        .Select(rune => rune.Value is >= BytesAsPrivateUse + 0x80 and <= BytesAsPrivateUse + 0xFF ? rune.Value
            : (rune.Value & 0xFF) < 0x80 ? rune.Value & 0xFF
            : BytesAsPrivateUse + (rune.Value & 0xFF))
        .Select(value => (char)value));

    private static string MergeSlashes(string text)
    {
        while (text.Contains("//", StringComparison.Ordinal))
        {
            text = text.Replace("//", "/", StringComparison.Ordinal);
        }

        return text;
    }
}
