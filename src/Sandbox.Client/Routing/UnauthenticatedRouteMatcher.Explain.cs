using System.Numerics;
using System.Runtime.InteropServices;
using Sandbox.Client.Routing.Internal;

namespace Sandbox.Client.Routing;

/// <content>The decision with its reasons.</content>
public readonly partial struct UnauthenticatedRouteMatcher
{
    /// <summary>Decides and explains. Slower than the plain decision, and it may allocate.</summary>
    /// <param name="target">The raw request target, one character an octet.</param>
    /// <param name="method">The request method; compared as it is.</param>
    /// <param name="explanation">The route that matched, or the first reason in the order of the rule, its place, and a sentence.</param>
    /// <returns>The decision; for a denial the first reason in the order of the rule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="target"/> or <paramref name="method"/> is null.</exception>
    public UnauthenticatedRouteDecision Evaluate(string target, string method, out UnauthenticatedRouteExplanation explanation)
    {
        ArgumentNullException.ThrowIfNull(target);
        return Evaluate(target.AsSpan(), method, out explanation);
    }

    /// <summary>Decides and explains. Slower than the plain decision, and it may allocate.</summary>
    /// <param name="target">The raw request target, one character an octet.</param>
    /// <param name="method">The request method; compared as it is.</param>
    /// <param name="explanation">The route that matched, or the first reason in the order of the rule, its place, and a sentence.</param>
    /// <returns>The decision; for a denial the first reason in the order of the rule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="method"/> is null.</exception>
    public UnauthenticatedRouteDecision Evaluate(ReadOnlySpan<char> target, string method, out UnauthenticatedRouteExplanation explanation) =>
        Explain(MemoryMarshal.Cast<char, ushort>(target), method, out explanation);

    /// <summary>Decides and explains. Slower than the plain decision, and it may allocate.</summary>
    /// <param name="target">The raw request target as it came over the wire.</param>
    /// <param name="method">The request method; compared as it is.</param>
    /// <param name="explanation">The route that matched, or the first reason in the order of the rule, its place, and a sentence.</param>
    /// <returns>The decision; for a denial the first reason in the order of the rule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="method"/> is null.</exception>
    public UnauthenticatedRouteDecision Evaluate(ReadOnlySpan<byte> target, string method, out UnauthenticatedRouteExplanation explanation) =>
        Explain(target, method, out explanation);

    private UnauthenticatedRouteDecision Explain<T>(ReadOnlySpan<T> target, string method, out UnauthenticatedRouteExplanation explanation)
        where T : unmanaged, IBinaryInteger<T>
    {
        ArgumentNullException.ThrowIfNull(method);
        var found = Classifier.Classify(_table, target, method);
        explanation = new(found.Decision, found.Route, found.Position < 0 ? null : found.Position, DecisionSentences.Of(found.Decision));
        return found.Decision;
    }
}
