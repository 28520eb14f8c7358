using System.Text.Json;
using System.Text.Json.Serialization;
using Sandbox.Client.Serialization.Internal;

namespace Sandbox.Client.Serialization;

/// <summary>Reads and writes a record of this library as the server's JSON. It stands on every record, so that reflection and a
/// <see cref="JsonSerializerContext"/> of your own use it without being told.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class SandboxJsonConverter<T> : JsonConverter<T>
    where T : class
{
    private readonly RecordConverter<T> _converter = WireConverters.Of<T>();

    /// <inheritdoc/>
    /// <exception cref="JsonException">A member is missing or of the wrong kind, or the JSON is broken.</exception>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => _converter.ReadRecord(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => _converter.WriteRecord(writer, value);
}
