using System.Diagnostics.CodeAnalysis;

namespace Sandbox.Client.Models;

/// <summary>Where a snapshot is in its life (contract section 1.8).</summary>
/// <remarks>Values compare without regard to letter case, because the server's dialects differ in it (contract section 2.1).
/// A value that this library does not know is kept as it came.</remarks>
public readonly record struct SnapshotStatus
{
    private readonly string? _value;

    /// <summary>Wraps the text of a value.</summary>
    /// <param name="value">The text as the server writes it; empty means the same as <c>default</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public SnapshotStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length == 0 ? null : value;
    }

    /// <summary><c>in_progress</c>: being made.</summary>
    public static SnapshotStatus InProgress { get; } = new("in_progress");

    /// <summary><c>completed</c>: ready to restore from.</summary>
    public static SnapshotStatus Completed { get; } = new("completed");

    /// <summary><c>failed</c>: ended without a result; <see cref="SnapshotInfo.Error"/> says why.</summary>
    public static SnapshotStatus Failed { get; } = new("failed");

    /// <summary>The text as the server wrote it; empty when it said none.</summary>
    public string Value => _value ?? "";

    /// <summary>False for <c>default</c>: the server did not say.</summary>
    [MemberNotNullWhen(true, nameof(_value))]
    public bool IsSpecified => _value is not null;

    /// <summary>Compares two values without regard to letter case.</summary>
    /// <param name="other">The other value.</param>
    /// <returns>True when both texts are equal but for letter case, or both are unspecified.</returns>
    public bool Equals(SnapshotStatus other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The text as the server wrote it.</summary>
    /// <returns><see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
