using Sandbox.Client.Routing.Internal;

namespace Sandbox.Client.Routing;

/// <summary>Decides whether a request may pass without credentials, from a list of public path prefixes.</summary>
/// <remarks>
/// <para>A request is public only when every common reading of its raw target lies at or below a listed prefix: nothing is decoded or repaired for the comparison,
/// and what servers read in different ways (dot segments, encoded slashes, <c>;</c>, <c>//</c> and more) needs credentials.</para>
/// <para><c>/p</c> opens <c>/p</c>, <c>/p/</c> and everything below. <c>/p/</c> opens <c>/p/</c> and everything below, not <c>/p</c>. <c>/</c> opens everything.
/// The empty list opens nothing, and so does <c>default</c>.</para>
/// <para>Give it the raw request target: the request line's in HTTP/1, <c>:path</c> in HTTP/2 and 3. A decoded or normalised path hides what it must see.</para>
/// <para>It is immutable and safe to use from several threads, does no I/O and allocates nothing for a decision.</para>
/// </remarks>
public readonly partial struct UnauthenticatedRouteMatcher : IEquatable<UnauthenticatedRouteMatcher>
{
    /// <summary>The most octets of a request target; longer ones need credentials.</summary>
    public const int MaximumTargetLength = 8192;

    /// <summary>The most octets of a route in canonical form.</summary>
    public const int MaximumRouteLength = 1024;

    /// <summary>The most entries of a list.</summary>
    public const int MaximumRouteCount = 10_000;

    private readonly RouteTable? _table;

    private UnauthenticatedRouteMatcher(List<string> routes) => _table = routes.Count == 0 ? null : new RouteTable(routes);

    /// <summary>The matcher that opens nothing; the same as <c>default</c>.</summary>
    public static UnauthenticatedRouteMatcher Empty => default;

    /// <summary>The valid routes in canonical form and in the order given, without repetitions: spaces and non-ASCII as UTF-8 triplets, hex digits upper case.</summary>
    public IReadOnlyList<string> Routes => _table?.Routes ?? [];

    /// <summary>Compares two matchers.</summary>
    /// <param name="left">One matcher.</param>
    /// <param name="right">The other matcher.</param>
    /// <returns>True when both have the same <see cref="Routes"/> in the same order.</returns>
    public static bool operator ==(UnauthenticatedRouteMatcher left, UnauthenticatedRouteMatcher right) => left.Equals(right);

    /// <summary>Compares two matchers.</summary>
    /// <param name="left">One matcher.</param>
    /// <param name="right">The other matcher.</param>
    /// <returns>True when <c>left == right</c> is false.</returns>
    public static bool operator !=(UnauthenticatedRouteMatcher left, UnauthenticatedRouteMatcher right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(UnauthenticatedRouteMatcher other) => Routes.SequenceEqual(other.Routes, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is UnauthenticatedRouteMatcher other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var route in Routes)
        {
            hash.Add(route, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    /// <summary>The routes, for logs and debuggers.</summary>
    /// <returns>For example <c>[/api/public, /health]</c>.</returns>
    public override string ToString() => $"[{string.Join(", ", Routes)}]";
}
