using System.Globalization;

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

    public static UnreadableAnswerException NotExpected(string what, Exception? innerException = null) => new(what, isTransient: false, innerException);
}
