using System.Globalization;
using System.Text.Json;

namespace Sandbox.Client.Listing.Internal;

/// <content>
/// What is larger than a row may be. What comes of it must not depend on how the bytes arrive, so each limit is held twice in the same way: for
/// what is here as a whole, and for what is not.
/// </content>
internal sealed partial class RowReader<T>
{
    private static ReadOnlySpan<byte> Blanks => " \t\r\n"u8;

    /// <summary>Reads over the rest of a value, token by token; false when more bytes are needed.</summary>
    private bool PassOver(ref Utf8JsonReader reader)
    {
        // A member's value stands at depth 1, a row at depth 2; so do the brackets around them.
        var depth = _place is Place.OtherValue ? 1 : 2;
        do
        {
            if (!reader.Read())
            {
                return false;
            }

            if (reader.TokenType is JsonTokenType.Number)
            {
                ThrowIfTooLarge(ref reader);
            }
        }
        while (reader.CurrentDepth > depth || reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray);

        return true;
    }

    /// <summary>Goes to the end of a row; false when it is not here as a whole, and when it is broken only behind the limit: then it counts as too large, as if no more had come.</summary>
    private bool TrySkip(ref Utf8JsonReader reader, in Utf8JsonReader before, long start)
    {
        try
        {
            return reader.TrySkip();
        }
        catch (JsonException) when (IsWholeUpToLimit(before, start))
        {
            _place = Place.OversizedRow;
            return false;
        }
    }

    private bool IsWholeUpToLimit(in Utf8JsonReader before, long start)
    {
        var from = _start + (int)before.BytesConsumed;
        var length = start - before.BytesConsumed + maxRowBytes + 1L;
        if (length >= _end - from)
        {
            return false;
        }

        var reader = new Utf8JsonReader(_buffer.AsSpan(from, (int)length), isFinalBlock: false, before.CurrentState);
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>More has come than a row may have, and the value is not here as a whole. True when what has come can be passed over, false when more must come.</summary>
    private bool StartPassingOver()
    {
        var value = DropBlanks();
        if (value.Length <= maxRowBytes)
        {
            return false;
        }

        if (_place is Place.Rows)
        {
            _place = Place.OversizedRow;
            return true;
        }

        if (_place is Place.OtherValue or Place.OversizedRow && value is [(byte)'"', .. var text])
        {
            DropText(text);
            return false;
        }

        throw TooLarge();
    }

    /// <summary>Leaves out the blanks before a value that is not here as a whole, which may be many; gives the value.</summary>
    private ReadOnlySpan<byte> DropBlanks()
    {
        ReadOnlySpan<byte> value = _buffer.AsSpan(_start, _end - _start).TrimStart(Blanks);
        if (value is not [(byte)',', .. var afterComma])
        {
            _start = _end - value.Length;
            return value;
        }

        value = afterComma.TrimStart(Blanks);
        _start = _end - value.Length - 1;
        _buffer[_start] = (byte)',';
        return value;
    }

    /// <summary>Leaves out what has come of a text that is passed over: the parser has read it, and takes no text that is not here as a whole.</summary>
    private void DropText(ReadOnlySpan<byte> text)
    {
        var kept = 0;
        while (kept < text.Length && text[kept] != (byte)'"')
        {
            var length = text[kept] != (byte)'\\' ? 1 : text[(kept + 1)..] is [(byte)'u', ..] ? 6 : 2;
            if (kept + length > text.Length)
            {
                break;
            }

            kept += length;
        }

        var end = _end;
        if (text[kept..] is [(byte)'"', ..])
        {
            // A name; blanks stand between it and its colon.
            end = _end - text.Length + kept + 1;
        }

        var hasComma = _buffer[_start] == (byte)',';
        _start = _end - text.Length + kept - 1;
        _end = end;
        _buffer[_start] = (byte)'"';
        if (hasComma)
        {
            _buffer[--_start] = (byte)',';
        }
    }

    private void ThrowIfTooLarge(ref Utf8JsonReader reader)
    {
        if (reader.BytesConsumed - reader.TokenStartIndex > maxRowBytes)
        {
            throw TooLarge();
        }
    }

    private JsonException TooLarge() => new(string.Create(CultureInfo.InvariantCulture, $"A value is larger than the limit of {maxRowBytes} bytes."));
}
