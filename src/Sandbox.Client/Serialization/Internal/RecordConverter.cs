using System.Text.Json;

namespace Sandbox.Client.Serialization.Internal;

/// <summary>
/// Reads and writes one kind of record by hand: the wire has aliases and members of several meanings, and generated code would box every
/// value of a record with init-only members.
/// </summary>
internal abstract class RecordConverter<T>
    where T : class
{
    /// <summary>Unknown members may nest deeply; they are skipped without recursion.</summary>
    public static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = 1024 };

    /// <summary>Reads the record whose opening bracket the reader stands on; leaves it on the closing one.</summary>
    /// <exception cref="JsonException">A member is missing or of the wrong kind, or the JSON is broken.</exception>
    public abstract T ReadRecord(ref Utf8JsonReader reader);

    /// <summary>Reads a whole answer.</summary>
    /// <exception cref="JsonException">As above, or something stands behind the record.</exception>
    public T Parse(ReadOnlySpan<byte> utf8)
    {
        var mark = "\uFEFF"u8;
        var reader = new Utf8JsonReader(utf8.StartsWith(mark) ? utf8[mark.Length..] : utf8, ReaderOptions);
        reader.Read();
        var record = ReadRecord(ref reader);
        reader.Read();
        return record;
    }

    /// <summary>Writes the record as an object.</summary>
    public abstract void WriteRecord(Utf8JsonWriter writer, T value);
}
