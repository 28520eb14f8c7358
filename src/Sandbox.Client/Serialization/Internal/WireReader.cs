using System.Text.Json;
using Sandbox.Client.Models;

namespace Sandbox.Client.Serialization.Internal;

/// <summary>Reads single values of the wire. The messages name the member and the kind of value, never the value.</summary>
internal static class WireReader
{
    /// <summary>The largest time that <see cref="DateTimeOffset"/> holds to the millisecond; anything later reads as this.</summary>
    private static readonly DateTimeOffset LatestTime = DateTimeOffset.FromUnixTimeMilliseconds(253_402_300_799_999);

    public static void StartObject(ref Utf8JsonReader reader, string record)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"A {record} must be a JSON object, not {Kind(reader.TokenType)}.");
        }
    }

    /// <summary>Goes to the next member; false at the end of the object.</summary>
    public static bool NextMember(ref Utf8JsonReader reader, out WireName name)
    {
        Advance(ref reader);
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            name = WireName.Unknown;
            return false;
        }

        name = WireNames.Read(ref reader);
        Advance(ref reader);
        return true;
    }

    /// <summary>Leaves out the value that the reader stands on.</summary>
    public static void Skip(ref Utf8JsonReader reader)
    {
        if (!reader.TrySkip())
        {
            throw new JsonException("The JSON ends in the middle of a value.");
        }
    }

    public static string? ReadText(ref Utf8JsonReader reader, string member)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (reader.TokenType != JsonTokenType.String)
        {
            throw Unexpected(member, "a string", reader.TokenType);
        }

        try
        {
            return WireTexts.Read(ref reader);
        }
        catch (InvalidOperationException broken)
        {
            throw new JsonException($"`{member}` is not valid UTF-8 text.", broken);
        }
    }

    /// <summary>The id of the record itself, which further calls put into their paths: <c>..</c> there would be another call.</summary>
    public static string? ReadIdentifier(ref Utf8JsonReader reader, string member) => ReadText(ref reader, member) switch
    {
        null => null,
        var text when SandboxIdentifier.IsValid(text) => text,
        _ => throw new JsonException($"`{member}` can't be an id: see {nameof(SandboxIdentifier)}."),
    };

    public static bool? ReadBoolean(ref Utf8JsonReader reader, string member) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Null => null,
        var other => throw Unexpected(member, "true or false", other),
    };

    public static ulong? ReadUInt64(ref Utf8JsonReader reader, string member)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        return reader.TokenType == JsonTokenType.Number && reader.TryGetUInt64(out var value)
            ? value
            : throw Unexpected(member, "a whole number from 0 to 2^64-1", reader.TokenType);
    }

    public static uint? ReadUInt32(ref Utf8JsonReader reader, string member) => ReadUInt64(ref reader, member) switch
    {
        null => null,
        <= uint.MaxValue and var value => (uint)value,
        _ => throw Unexpected(member, "a whole number from 0 to 2^32-1", JsonTokenType.Number),
    };

    public static double? ReadDouble(ref Utf8JsonReader reader, string member)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        return reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var value) && double.IsFinite(value)
            ? value
            : throw Unexpected(member, "a number", reader.TokenType);
    }

    /// <summary>Epoch milliseconds; 0 is "unknown" (contract section 1.7.2).</summary>
    public static DateTimeOffset? ReadTime(ref Utf8JsonReader reader, string member) => ReadUInt64(ref reader, member) switch
    {
        null or 0 => null,
        var value when value >= (ulong)LatestTime.ToUnixTimeMilliseconds() => LatestTime,
        var value => DateTimeOffset.FromUnixTimeMilliseconds((long)value.Value),
    };

    public static ValueList<string>? ReadTexts(ref Utf8JsonReader reader, string member)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        StartList(ref reader, member);
        var items = new List<string>();
        while (NextItem(ref reader))
        {
            items.Add(ReadText(ref reader, member) ?? throw Unexpected(member, "a list of strings", JsonTokenType.Null));
        }

        return [.. items];
    }

    public static ExposedPorts ReadPorts(ref Utf8JsonReader reader, string member)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return ExposedPorts.DaemonOnly;
        }

        StartList(ref reader, member);
        var ports = new List<ushort>();
        while (NextItem(ref reader))
        {
            ports.Add(ReadUInt64(ref reader, member) is <= ushort.MaxValue and { } port
                ? (ushort)port
                : throw Unexpected(member, "a list of ports from 0 to 65535", reader.TokenType));
        }

        return [.. ports];
    }

    public static T? ReadRecord<T>(ref Utf8JsonReader reader, RecordConverter<T> converter)
        where T : class =>
        reader.TokenType == JsonTokenType.Null ? null : converter.ReadRecord(ref reader);

    public static ValueList<T> ReadRecords<T>(ref Utf8JsonReader reader, string member, RecordConverter<T> converter)
        where T : class
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return [];
        }

        StartList(ref reader, member);
        var items = new List<T>();
        while (NextItem(ref reader))
        {
            items.Add(converter.ReadRecord(ref reader));
        }

        return [.. items];
    }

    public static JsonException Missing(string record, string member) => new($"The {record} has no `{member}`.");

    private static void StartList(ref Utf8JsonReader reader, string member)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Unexpected(member, "a list", reader.TokenType);
        }
    }

    private static bool NextItem(ref Utf8JsonReader reader)
    {
        Advance(ref reader);
        return reader.TokenType != JsonTokenType.EndArray;
    }

    private static void Advance(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            throw new JsonException("The JSON ends in the middle of a record.");
        }
    }

    private static JsonException Unexpected(string member, string expected, JsonTokenType actual) => new($"`{member}` must be {expected}, not {Kind(actual)}.");

    private static string Kind(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "this number",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        JsonTokenType.Null => "null",
        _ => "nothing",
    };
}
