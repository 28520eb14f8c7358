using System.Diagnostics.CodeAnalysis;

namespace Sandbox.Client.Models;

/// <summary>Why a sandbox is still pending (contract section 3.2).</summary>
/// <remarks>Values compare without regard to letter case, because the server's dialects differ in it (contract section 2.1).
/// A value that this library does not know is kept as it came.</remarks>
public readonly record struct SandboxPendingReason
{
    private readonly string? _value;

    /// <summary>Wraps the text of a value.</summary>
    /// <param name="value">The text as the server writes it; empty means the same as <c>default</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public SandboxPendingReason(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length == 0 ? null : value;
    }

    /// <summary><c>scheduling</c>: the scheduler has not looked at it yet.</summary>
    public static SandboxPendingReason Scheduling { get; } = new("scheduling");

    /// <summary><c>waiting_for_container</c>: placed; its container is being started.</summary>
    public static SandboxPendingReason WaitingForContainer { get; } = new("waiting_for_container");

    /// <summary><c>no_executors_available</c>: the server has no executor at all.</summary>
    public static SandboxPendingReason NoExecutorsAvailable { get; } = new("no_executors_available");

    /// <summary><c>no_resources_available</c>: no executor has room for what it asks; the server sets no deadline.</summary>
    public static SandboxPendingReason NoResourcesAvailable { get; } = new("no_resources_available");

    /// <summary><c>pool_at_capacity</c>: its pool has as many containers as it may have.</summary>
    public static SandboxPendingReason PoolAtCapacity { get; } = new("pool_at_capacity");

    /// <summary>The text as the server wrote it; empty when it said none.</summary>
    public string Value => _value ?? "";

    /// <summary>False for <c>default</c>: the server did not say.</summary>
    [MemberNotNullWhen(true, nameof(_value))]
    public bool IsSpecified => _value is not null;

    /// <summary>Compares two values without regard to letter case.</summary>
    /// <param name="other">The other value.</param>
    /// <returns>True when both texts are equal but for letter case, or both are unspecified.</returns>
    public bool Equals(SandboxPendingReason other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The text as the server wrote it.</summary>
    /// <returns><see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
