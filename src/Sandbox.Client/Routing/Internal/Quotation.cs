using System.Globalization;
using System.Text;

namespace Sandbox.Client.Routing.Internal;

/// <summary>Shows text from outside in a message: short, on one line, visible ASCII only.</summary>
internal static class Quotation
{
    private const int Longest = 80;

    public static string Of(string? text)
    {
        if (text is null)
        {
            return "null";
        }

        var quoted = new StringBuilder("\"");
        foreach (var character in text.AsSpan(0, Math.Min(text.Length, Longest)))
        {
            if (character is '"' or '\\')
            {
                quoted.Append('\\').Append(character);
            }
            else if (character is >= ' ' and <= '~')
            {
                quoted.Append(character);
            }
            else
            {
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
            }
        }

        return quoted.Append(text.Length > Longest ? "\"..." : "\"").ToString();
    }
}
