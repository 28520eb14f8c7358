using System.Diagnostics.CodeAnalysis;

namespace Sandbox.Client.Models;

/// <summary>Where a sandbox is in its life (contract section 3.1).</summary>
/// <remarks>The four well-known values are all that the public API answers; the routes dialect's lookup can also say <c>Unknown</c>. Values compare without regard to letter case, because the server's dialects differ in it (contract section 2.1).
/// A value that this library does not know is kept as it came.</remarks>
public readonly record struct SandboxStatus
{
    private readonly string? _value;

    /// <summary>Wraps the text of a value.</summary>
    /// <param name="value">The text as the server writes it; empty means the same as <c>default</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public SandboxStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length == 0 ? null : value;
    }

    /// <summary><c>pending</c>: accepted, not running yet.</summary>
    public static SandboxStatus Pending { get; } = new("pending");

    /// <summary><c>running</c>: its container runs.</summary>
    public static SandboxStatus Running { get; } = new("running");

    /// <summary><c>snapshotting</c>: a snapshot is being made; a snapshot always ends the sandbox.</summary>
    public static SandboxStatus Snapshotting { get; } = new("snapshotting");

    /// <summary><c>terminated</c>: ended, for ever; it stays in lists.</summary>
    public static SandboxStatus Terminated { get; } = new("terminated");

    /// <summary>The text as the server wrote it; empty when it said none.</summary>
    public string Value => _value ?? "";

    /// <summary>False for <c>default</c>: the server did not say.</summary>
    [MemberNotNullWhen(true, nameof(_value))]
    public bool IsSpecified => _value is not null;

    /// <summary>The value of a record in which the server gave no status; equal to <c>default</c>.</summary>
    public static SandboxStatus Unspecified => default;

    /// <summary>Compares two values without regard to letter case.</summary>
    /// <param name="other">The other value.</param>
    /// <returns>True when both texts are equal but for letter case, or both are unspecified.</returns>
    public bool Equals(SandboxStatus other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The text as the server wrote it.</summary>
    /// <returns><see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
