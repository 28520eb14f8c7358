using System.Text;

namespace Sandbox.Client.Testing.Http.Internal;

/// <summary>One answer. Errors are bare text, successes JSON or nothing (contract section 1.3).</summary>
internal sealed record Answer(int Status, string? ContentType, ReadOnlyMemory<byte> Body)
{
    public static Answer Empty(int status = 200) => new(status, ContentType: null, ReadOnlyMemory<byte>.Empty);

    public static Answer Text(int status, string message) => new(status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(message));

    public static Answer Json(ReadOnlyMemory<byte> body, int status = 200) => new(status, "application/json", body);
}
