using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Sandbox.Client.Errors.Internal;

/// <summary>Makes one readable, bounded line of an error's body: plain text from the server, JSON or HTML from what stands in front of it.</summary>
internal static class ErrorText
{
    private const int Longest = 1000;

    // Where intermediaries put the sentence, in the order of how much it tells.
    private static readonly string[] SentenceNames = ["message", "detail", "error_description", "error", "title", "code"];

    /// <returns>Null when there is no text.</returns>
    public static string? Read(ReadOnlySpan<byte> body, string? secret)
    {
        if (body.IsEmpty)
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(body);
        var start = text.AsSpan().TrimStart("\uFEFF \t\r\n");
        var sentence = start switch
        {
            ['{', ..] => FromJson(text) ?? text,
            ['<', ..] => FromHtml(start),
            _ => text,
        };
        return Clean(sentence, secret) is { Length: > 0 } clean ? clean : null;
    }

    /// <summary>One line without control and format characters and without the secret, cut to a readable length.</summary>
    public static string Clean(ReadOnlySpan<char> text, string? secret = null)
    {
        // Invisible characters go first, because they may stand within the secret; the cut comes last, because it may go through it.
        var line = secret is null ? OneLine(text, Longest) : OneLine(text, int.MaxValue).Replace(secret, "***", StringComparison.Ordinal);
        if (line.Length < Longest)
        {
            return line;
        }

        var end = char.IsHighSurrogate(line[Longest - 2]) ? Longest - 2 : Longest - 1;
        return $"{line.AsSpan(0, end).TrimEnd(' ')}…";
    }

    private static string OneLine(ReadOnlySpan<char> text, int atLeast)
    {
        var line = new StringBuilder(Math.Min(text.Length, Longest));
        Span<char> characters = stackalloc char[2];
        var pendingBlank = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                pendingBlank = line.Length > 0;
                continue;
            }

            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format)
            {
                continue;
            }

            line.Append(pendingBlank ? " " : "").Append(characters[..rune.EncodeToUtf16(characters)]);
            pendingBlank = false;
            if (line.Length >= atLeast)
            {
                break;
            }
        }

        return line.ToString();
    }

    private static string? FromJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text.TrimStart('\uFEFF'));
            return FromJson(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? FromJson(JsonElement element)
    {
        foreach (var name in SentenceNames)
        {
            if (Member(element, name) is { } member
                && (member.ValueKind is JsonValueKind.String ? AsText(member) : member.ValueKind is JsonValueKind.Object ? FromJson(member) : null) is { Length: > 0 } sentence)
            {
                return sentence;
            }
        }

        return null;
    }

    private static JsonElement? Member(JsonElement element, string name)
    {
        try
        {
            return element.TryGetProperty(name, out var member) ? member : null;
        }
        catch (InvalidOperationException)
        {
            // A name with half a surrogate pair stands beside it.
            return null;
        }
    }

    private static string? AsText(JsonElement member)
    {
        try
        {
            return member.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: no text.
            return null;
        }
    }

    private static string FromHtml(ReadOnlySpan<char> html)
    {
        var start = html.IndexOf("<title", StringComparison.OrdinalIgnoreCase);
        if (start >= 0 && html[start..].IndexOf('>') is >= 0 and var open)
        {
            var title = html[(start + open + 1)..];
            if (title.IndexOf("</", StringComparison.Ordinal) is > 0 and var end)
            {
                return $"a web page titled \"{WebUtility.HtmlDecode(title[..end].ToString())}\"";
            }
        }

        return "a web page";
    }
}
