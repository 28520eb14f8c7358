using System.Text.Json;

namespace Sandbox.Client.Serialization.Internal;

/// <summary>Reads strings; those that stand in almost every record are not made anew each time.</summary>
internal static class WireTexts
{
    /// <summary>The string that the reader stands on.</summary>
    /// <exception cref="InvalidOperationException">It is not valid UTF-8, or holds half of a surrogate pair.</exception>
    public static string Read(ref Utf8JsonReader reader) =>
        (reader.HasValueSequence || reader.ValueIsEscaped ? null : Known(reader.ValueSpan)) ?? reader.GetString()!;

    private static string? Known(ReadOnlySpan<byte> text) => text.Length switch
    {
        0 => "",
        2 => text.SequenceEqual("ok"u8) ? "ok" : null,
        6 => text.SequenceEqual("failed"u8) ? "failed" : null,
        7 => text.SequenceEqual("pending"u8) ? "pending"
            : text.SequenceEqual("running"u8) ? "running"
            : text.SequenceEqual("Running"u8) ? "Running"
            : text.SequenceEqual("default"u8) ? "default"
            : null,
        9 => text.SequenceEqual("completed"u8) ? "completed" : null,
        10 => text.SequenceEqual("terminated"u8) ? "terminated"
            : text.SequenceEqual("scheduling"u8) ? "scheduling"
            : null,
        11 => text.SequenceEqual("in_progress"u8) ? "in_progress" : null,
        12 => text.SequenceEqual("snapshotting"u8) ? "snapshotting" : null,
        16 => text.SequenceEqual("python:3.14-slim"u8) ? "python:3.14-slim"
            : text.SequenceEqual("Success(Timeout)"u8) ? "Success(Timeout)"
            : null,
        21 => text.SequenceEqual("waiting_for_container"u8) ? "waiting_for_container" : null,
        22 => text.SequenceEqual("no_resources_available"u8) ? "no_resources_available"
            : text.SequenceEqual("no_executors_available"u8) ? "no_executors_available"
            : null,
        23 => text.SequenceEqual("Success(UserTerminated)"u8) ? "Success(UserTerminated)" : null,
        _ => null,
    };
}
