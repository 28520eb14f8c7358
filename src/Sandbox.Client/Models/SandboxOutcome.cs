using System.Diagnostics.CodeAnalysis;

namespace Sandbox.Client.Models;

/// <summary>How a sandbox ended (contract section 3.3).</summary>
/// <remarks>It stays absent after a snapshot, completed or failed, although the sandbox has ended. Values compare without regard to letter case, because the server's dialects differ in it (contract section 2.1).
/// A value that this library does not know is kept as it came.</remarks>
public readonly record struct SandboxOutcome
{
    private readonly string? _value;

    /// <summary>Wraps the text of a value.</summary>
    /// <param name="value">The text as the server writes it; empty means the same as <c>default</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public SandboxOutcome(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length == 0 ? null : value;
    }

    /// <summary><c>Success(UserTerminated)</c>: somebody deleted it.</summary>
    public static SandboxOutcome UserTerminated { get; } = new("Success(UserTerminated)");

    /// <summary><c>Success(Timeout)</c>: its timeout was over, or its daemon ended with exit code 0.</summary>
    public static SandboxOutcome TimedOut { get; } = new("Success(Timeout)");

    /// <summary><c>Failure(ExecutorRemoved)</c>: the executor that ran it was stopped or lost.</summary>
    public static SandboxOutcome ExecutorRemoved { get; } = new("Failure(ExecutorRemoved)");

    /// <summary>The text as the server wrote it; empty when it said none.</summary>
    public string Value => _value ?? "";

    /// <summary>False for <c>default</c>: the server did not say.</summary>
    [MemberNotNullWhen(true, nameof(_value))]
    public bool IsSpecified => _value is not null;

    /// <summary>True for <c>Success(…)</c>: it ended as somebody wanted.</summary>
    public bool Succeeded => Value.StartsWith("Success", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for <c>Failure(…)</c>.</summary>
    public bool Failed => Value.StartsWith("Failure", StringComparison.OrdinalIgnoreCase);

    /// <summary>What stands in the outer parentheses, for example <c>ExecutorRemoved</c> or <c>ContainerTerminated(Oom)</c>; null when there are none.</summary>
    public string? Reason
    {
        get
        {
            var open = Value.IndexOf('(', StringComparison.Ordinal);
            return open > 0 && Value.EndsWith(')') ? Value[(open + 1)..^1] : null;
        }
    }

    /// <summary>Compares two values without regard to letter case.</summary>
    /// <param name="other">The other value.</param>
    /// <returns>True when both texts are equal but for letter case, or both are unspecified.</returns>
    public bool Equals(SandboxOutcome other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The text as the server wrote it.</summary>
    /// <returns><see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
