using System.Numerics;
using System.Runtime.InteropServices;
using Sandbox.Client.Routing.Internal;
using static Sandbox.Client.Routing.UnauthenticatedRouteDecision;

namespace Sandbox.Client.Routing;

/// <content>The decision.</content>
public readonly partial struct UnauthenticatedRouteMatcher
{
    /// <summary>Decides about a request target.</summary>
    /// <param name="target">The raw request target, one character an octet.</param>
    /// <param name="method">The request method; compared as it is.</param>
    /// <returns><see cref="Allow"/>, or why credentials are needed. Of several reasons it is one of the first, for a target that no route covers not always the very first.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="target"/> or <paramref name="method"/> is null.</exception>
    public UnauthenticatedRouteDecision Evaluate(string target, string method)
    {
        ArgumentNullException.ThrowIfNull(target);
        return Evaluate(target.AsSpan(), method);
    }

    /// <summary>Decides about a request target.</summary>
    /// <param name="target">The raw request target, one character an octet.</param>
    /// <param name="method">The request method; compared as it is.</param>
    /// <returns><see cref="Allow"/>, or why credentials are needed. Of several reasons it is one of the first, for a target that no route covers not always the very first.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="method"/> is null.</exception>
    public UnauthenticatedRouteDecision Evaluate(ReadOnlySpan<char> target, string method) =>
        Decide(MemoryMarshal.Cast<char, ushort>(target), method);

    /// <summary>Decides about a request target.</summary>
    /// <param name="target">The raw request target as it came over the wire.</param>
    /// <param name="method">The request method; compared as it is.</param>
    /// <returns><see cref="Allow"/>, or why credentials are needed. Of several reasons it is one of the first, for a target that no route covers not always the very first.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="method"/> is null.</exception>
    public UnauthenticatedRouteDecision Evaluate(ReadOnlySpan<byte> target, string method) => Decide(target, method);

    // The overloads differ in the first parameter, which is required, so the default of the second makes no call ambiguous.
#pragma warning disable RS0026
    /// <summary>Whether a request target may be served without credentials.</summary>
    /// <param name="target">The raw request target, one character an octet.</param>
    /// <param name="method">The request method; compared as it is.</param>
    /// <returns>True when <see cref="Evaluate(string, string)"/> says <see cref="Allow"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="target"/> or <paramref name="method"/> is null.</exception>
    public bool IsPublic(string target, string method = "GET") => Evaluate(target, method) == Allow;

    /// <summary>Whether a request target may be served without credentials.</summary>
    /// <param name="target">The raw request target, one character an octet.</param>
    /// <param name="method">The request method; compared as it is.</param>
    /// <returns>True when <see cref="Evaluate(ReadOnlySpan{char}, string)"/> says <see cref="Allow"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="method"/> is null.</exception>
    public bool IsPublic(ReadOnlySpan<char> target, string method = "GET") => Evaluate(target, method) == Allow;

    /// <summary>Whether a request target may be served without credentials.</summary>
    /// <param name="target">The raw request target as it came over the wire.</param>
    /// <param name="method">The request method; compared as it is.</param>
    /// <returns>True when <see cref="Evaluate(ReadOnlySpan{byte}, string)"/> says <see cref="Allow"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="method"/> is null.</exception>
    public bool IsPublic(ReadOnlySpan<byte> target, string method = "GET") => Evaluate(target, method) == Allow;
#pragma warning restore RS0026

    private UnauthenticatedRouteDecision Decide<T>(ReadOnlySpan<T> target, string method)
        where T : unmanaged, IBinaryInteger<T>
    {
        ArgumentNullException.ThrowIfNull(method);
        var table = _table;
        if (table is null)
        {
            return NoRoutes;
        }

        if (Classifier.IsRefusedMethod(method))
        {
            return Method;
        }

        if ((uint)(target.Length - 1) >= MaximumTargetLength)
        {
            return Length;
        }

        if (Octets.At(target, 0) != '/')
        {
            return NotOriginForm;
        }

        if (table.OpensEverything)
        {
            return VisibleScan.IndexOfRefused(target) < 0 ? Allow : Character;
        }

        var boundary = table.FindBoundary(target, out _);
        return boundary < 0 ? NoMatch : DecideBelow(target, boundary);
    }

    private static UnauthenticatedRouteDecision DecideBelow<T>(ReadOnlySpan<T> target, int boundary)
        where T : unmanaged, IBinaryInteger<T>
    {
        // The route itself is inert, because its grammar follows the same rule; only what comes after it needs a look.
        var end = boundary;
        if (boundary < target.Length && Octets.At(target, boundary) == '/')
        {
            end = TailScan.FindEnd(target, boundary, out var fault);
            if (end < 0)
            {
                return Classifier.ReasonFrom(target, fault);
            }
        }

        if (end == target.Length)
        {
            return Allow;
        }

        var query = target[(end + 1)..];
        if (VisibleScan.IndexOfRefused(query) >= 0)
        {
            return Character;
        }

        return QueryRule.Climbs(query) ? QueryClimb : Allow;
    }
}
