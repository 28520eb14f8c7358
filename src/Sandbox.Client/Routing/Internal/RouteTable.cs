using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sandbox.Client.Routing.Internal;

/// <summary>Valid routes in the form in which they are compared: without the slash at the end, as characters and as octets.</summary>
internal sealed partial class RouteTable
{
    // Up to here, comparing one by one is faster than hashing.
    private const int MostCompared = 4;

    private readonly string[] _routes;
    private readonly Key[] _keys;
    private readonly char[] _characters;
    private readonly byte[] _octets;
    private readonly int _longest;

    /// <summary>Builds the table.</summary>
    /// <param name="canonical">Canonical routes, at least one; repetitions are left out.</param>
    public RouteTable(List<string> canonical)
    {
        var routes = new List<string>(canonical.Count);
        var keys = new List<Key>(canonical.Count);
        var places = new Dictionary<string, int>(canonical.Count, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var total = 0;
        foreach (var route in canonical)
        {
            var text = route.AsSpan().TrimEnd('/');
            var form = text.Length < route.Length ? Forms.WithSlash : Forms.Plain;
            if (places.TryAdd(text, keys.Count))
            {
                keys.Add(new(total, text.Length, routes.Count, form));
                total += text.Length;
                routes.Add(route);
                continue;
            }

            ref var key = ref CollectionsMarshal.AsSpan(keys)[places[text]];
            if (!key.Forms.HasFlag(form))
            {
                // "/p" beside "/p/" opens one path more, and is the one to name.
                key = key with { Route = form == Forms.Plain ? routes.Count : key.Route, Forms = Forms.Plain | Forms.WithSlash };
                routes.Add(route);
            }
        }

        _routes = [.. routes];
        Routes = Array.AsReadOnly(_routes);
        OpensEverything = places.ContainsKey("");
        _keys = [.. keys];
        _characters = new char[total];
        _octets = new byte[total];
        foreach (var key in _keys)
        {
            _routes[key.Route].AsSpan(0, key.Length).CopyTo(_characters.AsSpan(key.Offset));
            System.Text.Encoding.ASCII.GetBytes(_characters, key.Offset, key.Length, _octets, key.Offset);
            _longest = Math.Max(_longest, key.Length);
        }

        if (_keys.Length > MostCompared && !OpensEverything)
        {
            BuildIndex();
        }
    }

    /// <summary>Whether <c>/</c> is a route.</summary>
    public bool OpensEverything { get; }

    /// <summary>The routes in canonical form, in the order given.</summary>
    public IReadOnlyList<string> Routes { get; }

    /// <summary>The canonical form of the route with a number from <see cref="FindBoundary"/>.</summary>
    public string RouteAt(int route) => _routes[route];

    /// <summary>Finds a route that the path equals or continues with <c>/</c>.</summary>
    /// <param name="target">A target that begins with <c>/</c>.</param>
    /// <param name="route">The number of the route.</param>
    /// <returns>Where the route ends: a <c>/</c>, a <c>?</c> or the end of the target; -1 when no route matches.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int FindBoundary<T>(ReadOnlySpan<T> target, out int route)
        where T : unmanaged, IBinaryInteger<T>
    {
        return _keys.Length > MostCompared ? FindByHash(target, out route) : FindByComparing(target, out route);
    }

    private int FindByComparing<T>(ReadOnlySpan<T> target, out int route)
        where T : unmanaged, IBinaryInteger<T>
    {
        var all = Texts<T>();
        foreach (ref readonly var key in _keys.AsSpan())
        {
            if (key.EndsAtBoundary(target) && target.StartsWith(all.Slice(key.Offset, key.Length)))
            {
                route = key.Route;
                return key.Length;
            }
        }

        route = -1;
        return -1;
    }

    private ReadOnlySpan<T> Texts<T>()
        where T : unmanaged => typeof(T) == typeof(byte)
            ? MemoryMarshal.Cast<byte, T>(_octets.AsSpan())
            : MemoryMarshal.Cast<char, T>(_characters.AsSpan());

    [Flags]
    private enum Forms
    {
        None = 0,
        Plain = 1,
        WithSlash = 2,
    }

    /// <summary>A route without the slash at its end.</summary>
    /// <param name="Offset">Where its text begins in the texts of all.</param>
    /// <param name="Length">The length of its text.</param>
    /// <param name="Route">The number of the route.</param>
    /// <param name="Forms">Whether it is listed with a slash at its end, without, or both.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Key(int Offset, int Length, int Route, Forms Forms)
    {
        // "/p/" alone does not open "/p".
        private bool NeedsSlash => Forms == Forms.WithSlash;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool EndsAtBoundary<T>(ReadOnlySpan<T> target)
            where T : unmanaged, IBinaryInteger<T>
        {
            if ((uint)Length >= (uint)target.Length)
            {
                return Length == target.Length && !NeedsSlash;
            }

            var next = Octets.At(target, Length);
            return next == '/' || (next == '?' && !NeedsSlash);
        }
    }
}
