using System.Buffers;
using System.Globalization;
using System.Text;

namespace Sandbox.Client.Testing.Json.Internal;

/// <summary>
/// Writes JSON octet for octet as the server does: only what must be escaped is, a whole-number CPU count keeps its <c>.0</c>, nothing is indented.
/// (The platform's writer escapes more and prints <c>1</c>.)
/// </summary>
internal sealed class WireWriter
{
    private readonly ArrayBufferWriter<byte> _buffer = new(512);
    private bool _needsComma;

    public byte[] ToArray() => _buffer.WrittenSpan.ToArray();

    public WireWriter StartObject() => Open((byte)'{');

    public WireWriter EndObject() => Close((byte)'}');

    public WireWriter StartArray() => Open((byte)'[');

    public WireWriter EndArray() => Close((byte)']');

    /// <summary>A member's name; it must need no escape.</summary>
    public WireWriter Name(ReadOnlySpan<byte> name)
    {
        Comma();
        Byte((byte)'"');
        _buffer.Write(name);
        _buffer.Write("\":"u8);
        _needsComma = false;
        return this;
    }

    public WireWriter String(string? value)
    {
        if (value is null)
        {
            return Raw("null"u8);
        }

        Comma();
        Byte((byte)'"');
        var rest = value.AsSpan();
        while (rest.IndexOfAny(MustEscape) is var index and >= 0)
        {
            Utf8(rest[..index]);
            Escape(rest[index]);
            rest = rest[(index + 1)..];
        }

        Utf8(rest);
        Byte((byte)'"');
        _needsComma = true;
        return this;
    }

    public WireWriter Strings(IReadOnlyList<string> values)
    {
        StartArray();
        foreach (var value in values)
        {
            String(value);
        }

        return EndArray();
    }

    public WireWriter Number(ulong? value)
    {
        if (value is null)
        {
            return Raw("null"u8);
        }

        Comma();
        value.Value.TryFormat(_buffer.GetSpan(20), out var written, default, CultureInfo.InvariantCulture);
        _buffer.Advance(written);
        _needsComma = true;
        return this;
    }

    /// <summary>Thousandths as a decimal number with at least one digit behind the point.</summary>
    public WireWriter Thousandths(uint value)
    {
        var text = (value / 1000.0).ToString("R", CultureInfo.InvariantCulture);
        return Raw(Encoding.ASCII.GetBytes(text.Contains('.', StringComparison.Ordinal) ? text : text + ".0"));
    }

    public WireWriter Boolean(bool value) => Raw(value ? "true"u8 : "false"u8);

    private static readonly SearchValues<char> MustEscape = SearchValues.Create([.. Enumerable.Range(0, 32).Select(i => (char)i), '"', '\\']);

    private WireWriter Raw(ReadOnlySpan<byte> value)
    {
        Comma();
        _buffer.Write(value);
        _needsComma = true;
        return this;
    }

    private void Escape(char character)
    {
        var letter = "\b\t\n\f\r\"\\".IndexOf(character, StringComparison.Ordinal);
        Utf8(letter >= 0 ? ['\\', "btnfr\"\\"[letter]] : $"\\u{(int)character:x4}");
    }

    private void Utf8(ReadOnlySpan<char> text) => Encoding.UTF8.GetBytes(text, _buffer);

    private WireWriter Open(byte bracket)
    {
        Comma();
        Byte(bracket);
        _needsComma = false;
        return this;
    }

    private WireWriter Close(byte bracket)
    {
        Byte(bracket);
        _needsComma = true;
        return this;
    }

    private void Comma()
    {
        if (_needsComma)
        {
            Byte((byte)',');
        }
    }

    private void Byte(byte value)
    {
        _buffer.GetSpan(1)[0] = value;
        _buffer.Advance(1);
    }
}
