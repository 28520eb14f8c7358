namespace Sandbox.Client.Models;

/// <summary>Makes <see cref="ValueList{T}"/>s; collection expressions (<c>["a", "b"]</c>) call it.</summary>
public static class ValueList
{
    /// <summary>Copies the items into an immutable list.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items, in order.</param>
    /// <returns>The list.</returns>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) =>
        items.IsEmpty ? ValueList<T>.Empty : new ValueList<T>(items.ToArray());
}
