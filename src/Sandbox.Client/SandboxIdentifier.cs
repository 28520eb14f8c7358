using System.Buffers;

namespace Sandbox.Client;

/// <summary>Which texts can name a sandbox, a pool, a snapshot or a namespace.</summary>
/// <remarks>
/// The server takes any text, but some change the meaning of a request on the way: an empty segment, <c>.</c> and <c>..</c> are removed when a
/// path is normalised, <c>|</c> makes one namespace's rows appear in another's list, and <c>/</c> or a control character is read differently by
/// what stands in between (contract sections 1.1 and 10). Such names are refused before any call.
/// </remarks>
public static class SandboxIdentifier
{
    // C0 and C1 controls, DEL, and the two separators.
    private static readonly SearchValues<char> Refused = SearchValues.Create(
        string.Concat(Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(code => (char)code)) + "/|");

    /// <summary>Whether a text can be an id or the name of a namespace.</summary>
    /// <param name="value">The text, not escaped.</param>
    /// <returns>False when it is empty, <c>.</c> or <c>..</c>, holds <c>/</c>, <c>|</c> or a control character (U+0000–001F, 007F–009F), or half of a
    /// surrogate pair.</returns>
    public static bool IsValid(ReadOnlySpan<char> value) =>
        value is not ("" or "." or "..") && value.IndexOfAny(Refused) < 0 && HasWholeSurrogates(value);

    internal static void ThrowIfInvalid(string? value, string parameter)
    {
        ArgumentNullException.ThrowIfNull(value, parameter);
        if (!IsValid(value))
        {
            throw new ArgumentException("An id or namespace must not be empty, \".\" or \"..\", and must hold no \"/\", no \"|\", no control character and no half of a surrogate pair.", parameter);
        }
    }

    internal static bool HasWholeSurrogates(ReadOnlySpan<char> value)
    {
        var rest = value;
        for (var at = rest.IndexOfAnyInRange('\uD800', '\uDFFF'); at >= 0; at = rest.IndexOfAnyInRange('\uD800', '\uDFFF'))
        {
            if (at + 1 >= rest.Length || !char.IsSurrogatePair(rest[at], rest[at + 1]))
            {
                return false;
            }

            rest = rest[(at + 2)..];
        }

        return true;
    }
}
