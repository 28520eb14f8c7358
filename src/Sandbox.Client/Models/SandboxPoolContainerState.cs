using System.Diagnostics.CodeAnalysis;

namespace Sandbox.Client.Models;

/// <summary>The state of a container in a pool (contract section 1.7.2).</summary>
/// <remarks>Values compare without regard to letter case, because the server's dialects differ in it (contract section 2.1).
/// A value that this library does not know is kept as it came.</remarks>
public readonly record struct SandboxPoolContainerState
{
    private readonly string? _value;

    /// <summary>Wraps the text of a value.</summary>
    /// <param name="value">The text as the server writes it; empty means the same as <c>default</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public SandboxPoolContainerState(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length == 0 ? null : value;
    }

    /// <summary><c>pending</c>: being started.</summary>
    public static SandboxPoolContainerState Pending { get; } = new("pending");

    /// <summary><c>running</c>: started: warm, or claimed by a sandbox.</summary>
    public static SandboxPoolContainerState Running { get; } = new("running");

    /// <summary><c>terminated</c>: ended.</summary>
    public static SandboxPoolContainerState Terminated { get; } = new("terminated");

    /// <summary><c>unknown</c>: the server has not heard of it yet.</summary>
    public static SandboxPoolContainerState Unknown { get; } = new("unknown");

    /// <summary>The text as the server wrote it; empty when it said none.</summary>
    public string Value => _value ?? "";

    /// <summary>False for <c>default</c>: the server did not say.</summary>
    [MemberNotNullWhen(true, nameof(_value))]
    public bool IsSpecified => _value is not null;

    /// <summary>Compares two values without regard to letter case.</summary>
    /// <param name="other">The other value.</param>
    /// <returns>True when both texts are equal but for letter case, or both are unspecified.</returns>
    public bool Equals(SandboxPoolContainerState other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The text as the server wrote it.</summary>
    /// <returns><see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
