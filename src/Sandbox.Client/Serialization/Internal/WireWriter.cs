using System.Text.Json;
using Sandbox.Client.Models;

namespace Sandbox.Client.Serialization.Internal;

/// <summary>Writes single members of the wire; what is not said is left out.</summary>
internal static class WireWriter
{
    public static void WriteText(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    public static void WriteUInt64(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, ulong? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }

    public static void WriteDouble(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }

    public static void WriteBoolean(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } flag)
        {
            writer.WriteBoolean(name, flag);
        }
    }

    public static void WriteTime(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is { } time)
        {
            writer.WriteNumber(name, time.ToUnixTimeMilliseconds());
        }
    }

    public static void WriteTexts(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, ValueList<string>? values)
    {
        if (values is null)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    /// <summary>As <see cref="WriteTexts"/>, and an empty list is left out as well: in requests both mean "none", and only that is inherited from a snapshot.</summary>
    public static void WriteTextsUnlessEmpty(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, ValueList<string>? values) =>
        writer.WriteTexts(name, values is { Count: > 0 } ? values : null);

    public static void WritePorts(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, ExposedPorts ports)
    {
        if (ports.IsDaemonOnly)
        {
            writer.WriteNull(name);
        }
        else if (ports.IsSpecified)
        {
            writer.WriteStartArray(name);
            foreach (var port in ports)
            {
                writer.WriteNumberValue(port);
            }

            writer.WriteEndArray();
        }
    }

    public static void WriteRecord<T>(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? record, RecordConverter<T> converter)
        where T : class
    {
        if (record is not null)
        {
            writer.WritePropertyName(name);
            converter.WriteRecord(writer, record);
        }
    }
}
