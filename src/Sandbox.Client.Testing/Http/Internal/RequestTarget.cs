using System.Text;

namespace Sandbox.Client.Testing.Http.Internal;

/// <summary>Reads a request target as the server does: no normalisation, and each value is percent-decoded once.</summary>
internal static class RequestTarget
{
    /// <summary>What stands for <c>%00</c> between <see cref="NullTripletFilter"/> and here. No request can hold it: <c>&lt;</c> is not allowed in a target.</summary>
    public const string NullMark = "<0>";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The path: without the query, and without scheme and authority in the absolute form.</summary>
    public static string PathOf(string target)
    {
        if (!target.StartsWith('/') && target.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0)
        {
            var slash = target.IndexOf('/', scheme + 3);
            target = slash < 0 ? "/" : target[slash..];
        }

        var query = target.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? target : target[..query];
    }

    /// <summary>The decoded value, or nothing when its octets are not UTF-8. An incomplete triplet stays as it is, and so does <c>+</c>.</summary>
    public static string? Decode(string value)
    {
        if (!value.AsSpan().ContainsAny('%', '<'))
        {
            return value;
        }

        var source = Encoding.UTF8.GetBytes(value.Replace(NullMark, "%00", StringComparison.Ordinal));
        var count = 0;
        for (var index = 0; index < source.Length; index++)
        {
            if (source[index] == '%' && index + 2 < source.Length && char.IsAsciiHexDigit((char)source[index + 1]) && char.IsAsciiHexDigit((char)source[index + 2]))
            {
                source[count++] = byte.Parse(source.AsSpan(index + 1, 2), System.Globalization.NumberStyles.AllowHexSpecifier, provider: null);
                index += 2;
            }
            else
            {
                source[count++] = source[index];
            }
        }

        try
        {
            return StrictUtf8.GetString(source, 0, count);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
