using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Sandbox.Client.Models;

/// <summary>The ports of a sandbox that a proxy may route to: not said, null, empty or a list, which are four different things (contract sections 1.6.2 and 1.6.3).</summary>
/// <remarks>
/// <c>default</c> says nothing: the field is not sent, or the server (routes dialect, or older) does not know it, and no port rule applies.
/// <see cref="DaemonOnly"/> is the JSON <c>null</c>: port 9501 only. <c>[]</c> opens no port. <c>[8080, 3000]</c> opens those.
/// Only a server of the ports dialect keeps the field.
/// </remarks>
[CollectionBuilder(typeof(ExposedPorts), nameof(Create))]
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "The wire's own name; it can be enumerated only so that collection expressions make it.")]
public readonly struct ExposedPorts : IEquatable<ExposedPorts>
{
    private readonly ValueList<ushort>? _ports;
    private readonly bool _isNull;

    private ExposedPorts(ValueList<ushort>? ports, bool isNull)
    {
        _ports = ports;
        _isNull = isNull;
    }

    /// <summary>Nothing said; the same as <c>default</c>.</summary>
    public static ExposedPorts Unspecified => default;

    /// <summary>The JSON <c>null</c>: the port of the daemon in the sandbox, 9501, and no other.</summary>
    public static ExposedPorts DaemonOnly => new(ports: null, isNull: true);

    /// <summary>False when nothing was said.</summary>
    public bool IsSpecified => _isNull || _ports is not null;

    /// <summary>True for the JSON <c>null</c>.</summary>
    public bool IsDaemonOnly => _isNull;

    /// <summary>The ports as listed, also an empty list; null when nothing was said and for <see cref="DaemonOnly"/>.</summary>
    public ValueList<ushort>? Ports => _ports;

    /// <summary>Compares two values.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other value.</param>
    /// <returns>True when both are the same one of the four cases, with the same ports in the same order.</returns>
    public static bool operator ==(ExposedPorts left, ExposedPorts right) => left.Equals(right);

    /// <summary>Compares two values.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other value.</param>
    /// <returns>True when <c>left == right</c> is false.</returns>
    public static bool operator !=(ExposedPorts left, ExposedPorts right) => !left.Equals(right);

    /// <summary>Makes the list case; collection expressions (<c>[8080]</c>) call it.</summary>
    /// <param name="ports">The ports; none makes the empty list, which opens no port.</param>
    /// <returns>The value.</returns>
    public static ExposedPorts Create(ReadOnlySpan<ushort> ports) => new(ValueList.Create(ports), isNull: false);

    /// <summary>Enumerates <see cref="Ports"/>; nothing when there is no list.</summary>
    /// <returns>The enumerator that <c>foreach</c> uses.</returns>
    public ValueList<ushort>.Enumerator GetEnumerator() => (_ports ?? ValueList<ushort>.Empty).GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(ExposedPorts other) => _isNull == other._isNull && _ports == other._ports;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ExposedPorts other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_isNull, _ports);

    /// <summary>The value as JSON would show it.</summary>
    /// <returns><c>unspecified</c>, <c>null</c>, or the list.</returns>
    public override string ToString() => _isNull ? "null" : _ports?.ToString() ?? "unspecified";
}
