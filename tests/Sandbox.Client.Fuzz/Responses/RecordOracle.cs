using System.Text.Json;

namespace Sandbox.Client.Fuzz.Responses;

/// <summary>A second way to read a record: JSON as a document, and the serializer.</summary>
internal static class RecordOracle
{
    private const int DeepestNesting = 1024;

    private static readonly JsonSerializerOptions Options = new() { MaxDepth = DeepestNesting };

    public static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> body) => body.StartsWith("\uFEFF"u8) ? body[3..] : body;

    /// <summary>Null when it is no JSON.</summary>
    public static JsonDocument? Parse(byte[] body)
    {
        try
        {
            return JsonDocument.Parse(body.AsMemory(body.Length - WithoutByteOrderMark(body).Length), new JsonDocumentOptions { MaxDepth = DeepestNesting });
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Null when it is no such record.</summary>
    public static object? Read(ReadOnlySpan<byte> json, Type record)
    {
        try
        {
            return JsonSerializer.Deserialize(json, record, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
