using System.Buffers;
using System.Globalization;
using System.Text;

namespace Sandbox.Client.Testing.Json.Internal;

/// <summary>
/// Writes JSON octet for octet as the server does: only what must be escaped is, a whole-number CPU count keeps its <c>.0</c>, nothing is indented.
/// (The platform's writer escapes more and prints <c>1</c>.)
/// </summary>
internal sealed class WireWriter(int capacity = 512)
{
    private static readonly SearchValues<char> MustEscape = SearchValues.Create([.. Enumerable.Range(0, 32).Select(i => (char)i), '"', '\\']);

    private byte[] _buffer = new byte[capacity];
    private int _length;
    private bool _needsComma;

    /// <summary>What was written. The writer is not used after this.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, _length);

    public WireWriter StartObject() => Open((byte)'{');

    public WireWriter EndObject() => Close((byte)'}');

    public WireWriter StartArray() => Open((byte)'[');

    public WireWriter EndArray() => Close((byte)']');

    /// <summary>A member's name; it must need no escape.</summary>
    public WireWriter Name(ReadOnlySpan<byte> name)
    {
        var target = Reserve(name.Length + 4);
        var start = Comma(target);
        target[start] = (byte)'"';
        name.CopyTo(target[(start + 1)..]);
        "\":"u8.CopyTo(target[(start + 1 + name.Length)..]);
        _length += start + name.Length + 3;
        _needsComma = false;
        return this;
    }

    public WireWriter String(string? value)
    {
        if (value is null)
        {
            return Raw("null"u8);
        }

        Octet((byte)'"', withComma: true);
        var rest = value.AsSpan();
        while (rest.IndexOfAny(MustEscape) is var index and >= 0)
        {
            Text(rest[..index]);
            Escape(rest[index]);
            rest = rest[(index + 1)..];
        }

        Text(rest);
        Octet((byte)'"');
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
        if (value is not { } number)
        {
            return Raw("null"u8);
        }

        Span<byte> digits = stackalloc byte[20];
        number.TryFormat(digits, out var written, default, CultureInfo.InvariantCulture);
        return Raw(digits[..written]);
    }

    /// <summary>Thousandths as a decimal number with at least one digit behind the point.</summary>
    public WireWriter Thousandths(uint value)
    {
        Span<byte> digits = stackalloc byte[16];
        (value / 1000m).TryFormat(digits, out var written, "0.0##", CultureInfo.InvariantCulture);
        return Raw(digits[..written]);
    }

    public WireWriter Boolean(bool value) => Raw(value ? "true"u8 : "false"u8);

    private WireWriter Raw(ReadOnlySpan<byte> value)
    {
        var target = Reserve(value.Length + 1);
        var start = Comma(target);
        value.CopyTo(target[start..]);
        _length += start + value.Length;
        _needsComma = true;
        return this;
    }

    private void Escape(char character)
    {
        var letter = "\b\t\n\f\r\"\\".IndexOf(character, StringComparison.Ordinal);
        Text(letter >= 0 ? ['\\', "btnfr\"\\"[letter]] : $"\\u{(int)character:x4}");
    }

    private void Text(ReadOnlySpan<char> text) => _length += Encoding.UTF8.GetBytes(text, Reserve(Encoding.UTF8.GetMaxByteCount(text.Length)));

    private WireWriter Open(byte bracket)
    {
        Octet(bracket, withComma: true);
        _needsComma = false;
        return this;
    }

    private WireWriter Close(byte bracket)
    {
        Octet(bracket);
        _needsComma = true;
        return this;
    }

    private void Octet(byte value, bool withComma = false)
    {
        var target = Reserve(2);
        var start = withComma ? Comma(target) : 0;
        target[start] = value;
        _length += start + 1;
    }

    /// <summary>Writes the comma that is due; how many octets that was.</summary>
    private int Comma(Span<byte> target)
    {
        target[0] = (byte)',';
        return _needsComma ? 1 : 0;
    }

    private Span<byte> Reserve(int count)
    {
        if (_buffer.Length - _length < count)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + count));
        }

        return _buffer.AsSpan(_length);
    }
}
