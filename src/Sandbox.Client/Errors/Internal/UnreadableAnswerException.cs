using System.Globalization;
using System.Text.Json;

namespace Sandbox.Client.Errors.Internal;

/// <summary>What is wrong with an answer's body; becomes a <see cref="SandboxResponseException"/> where the operation is known.</summary>
internal sealed class UnreadableAnswerException : Exception
{
    private UnreadableAnswerException(string message, bool isTransient, Exception? innerException = null)
        : base(message, innerException) => IsTransient = isTransient;

    /// <summary>Whether another try may read more: a body that was cut short, not one of the wrong kind.</summary>
    public bool IsTransient { get; }

    public static UnreadableAnswerException TooLarge(int limit) =>
        new(string.Create(CultureInfo.InvariantCulture, $"it is larger than the limit of {limit} bytes"), isTransient: false);

    public static UnreadableAnswerException CutShort(long received, long announced) =>
        new(string.Create(CultureInfo.InvariantCulture, $"it ended after {received} of {announced} bytes"), isTransient: true);

    public static UnreadableAnswerException Unfinished() => new("it ended before its JSON did", isTransient: true);

    /// <summary>Broken JSON, or JSON of another kind. What the parser says of broken JSON quotes the answer, as much as there is of it: only the place is told.</summary>
    public static UnreadableAnswerException NotExpected(JsonException error) => error.LineNumber is null
        ? new(error.Message, isTransient: false, error)
        : new(string.Create(CultureInfo.InvariantCulture, $"it is no JSON, or not whole: line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}"), isTransient: false);
}
