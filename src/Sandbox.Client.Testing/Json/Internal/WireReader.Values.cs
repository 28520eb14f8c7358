using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Sandbox.Client.Testing.Json.Internal;

/// <content>Single values. Each stands on the value's first token and ends on its last.</content>
internal ref partial struct WireReader
{
    public readonly bool IsNull => _reader.TokenType == JsonTokenType.Null;

    public delegate T Element<out T>(ref WireReader reader);

    public string String() => _reader.TokenType == JsonTokenType.String ? Text() : throw WrongType("a string");

    public bool Boolean() => _reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw WrongType("a boolean"),
    };

    /// <summary>An integer from 0 to <paramref name="largest"/>. <c>600.0</c> and <c>1e2</c> are no integers here.</summary>
    public ulong Unsigned(ulong largest, string typeName)
    {
        if (_reader.TokenType != JsonTokenType.Number)
        {
            throw WrongType(typeName);
        }

        if (IsInteger(_reader.ValueSpan) && _reader.TryGetUInt64(out var value))
        {
            return value <= largest ? value : throw Failure(isSyntax: false, $"invalid value: integer `{value}`, expected {typeName}");
        }

        throw WrongType(typeName);
    }

    /// <summary>Any number that a double can hold.</summary>
    public double Double()
    {
        if (_reader.TokenType != JsonTokenType.Number)
        {
            throw WrongType("f64");
        }

        return FiniteNumber();
    }

    public List<T> List<T>(Element<T> element)
    {
        if (_reader.TokenType != JsonTokenType.StartArray)
        {
            throw WrongType("a sequence");
        }

        var list = new List<T>();
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            _path.Add($"[{list.Count}]");
            list.Add(element(ref this));
            _path.RemoveAt(_path.Count - 1);
        }

        return list;
    }

    public List<string> Strings() => List(static (ref WireReader reader) => reader.String());

    private static bool IsInteger(ReadOnlySpan<byte> number) => !number.ContainsAny("-.eE"u8);

    private readonly double FiniteNumber()
    {
        var value = double.Parse(_reader.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(value) ? value : throw Failure(isSyntax: true, "number out of range");
    }

    /// <summary>The text of a string or member name; one that is not UTF-8 or holds half a surrogate pair is a syntax error to the server.</summary>
    private readonly string Text()
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Failure(isSyntax: true, "invalid unicode code point");
        }
    }

    private readonly BodyException WrongType(string expected)
    {
        var found = _reader.TokenType switch
        {
            JsonTokenType.Null => "null",
            JsonTokenType.True or JsonTokenType.False => $"boolean `{(_reader.TokenType == JsonTokenType.True ? "true" : "false")}`",
            JsonTokenType.String => $"string {JsonSerializer.Serialize(Text())}",
            JsonTokenType.StartArray => "sequence",
            JsonTokenType.StartObject => "map",
            _ => NumberText(),
        };
        return Failure(isSyntax: false, $"invalid type: {found}, expected {expected}");
    }

    private readonly string NumberText()
    {
        _ = FiniteNumber();
        return $"number `{Encoding.ASCII.GetString(_reader.ValueSpan)}`";
    }

    private readonly BodyException Failure(bool isSyntax, string message)
    {
        var read = _body[..(int)Math.Min(_reader.BytesConsumed, _body.Length)];
        var line = read.Count((byte)'\n') + 1;
        var column = read.Length - (read.LastIndexOf((byte)'\n') + 1);
        var path = string.Join('.', _path).Replace(".[", "[", StringComparison.Ordinal);
        return new BodyException(isSyntax, $"{path}{(path.Length == 0 ? "" : ": ")}{message} at line {line} column {column}");
    }
}
