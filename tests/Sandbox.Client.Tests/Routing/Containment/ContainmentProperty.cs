namespace Sandbox.Client.Tests.Routing.Containment;

/// <summary>The property that proves the rule: no composition of up to three readings, followed by the removal of dot segments, leads an allowed target out of its route.</summary>
internal static class ContainmentProperty
{
    /// <summary>Finds a reading under which an allowed target leaves its route.</summary>
    /// <param name="target">An allowed target.</param>
    /// <param name="route">The canonical route that it is at or below.</param>
    /// <param name="depth">How many readings, one after the other.</param>
    /// <returns>The readings and the result, or null when there are none.</returns>
    public static string? FindEscape(string target, string route, int depth = 3)
    {
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        var path = mark < 0 ? target : target[..mark];
        var prefix = route.TrimEnd('/');
        return Search(new(path, prefix, TailOf(path, prefix), "", Normalized: false), Readings.OfPath, depth)
            ?? (mark < 0 ? null : Search(new(target, prefix, TailOf(target, prefix), "", Normalized: false), Readings.OfWholeTarget, depth));
    }

    private static string TailOf(string target, string prefix) =>
        target.Length > prefix.Length && target[prefix.Length] == '/' ? target[(prefix.Length + 1)..] : target[prefix.Length..];

    // Nothing is cut to bytes after it was normalised: the rule goes by the code points of the target, and normalised ones have other low bytes (U+FEAA folds to U+062F).
    // Most readings change nothing, so only what is new at each depth is read again.
    private static string? Search(View first, (string Name, Func<string, string> Read)[] readings, int most)
    {
        var known = new HashSet<(string, string, string, bool)> { first.State };
        var current = new List<View> { first };
        for (var depth = 0; depth <= most; depth++)
        {
            var next = new List<View>();
            foreach (var view in current)
            {
                if (view.Escapes())
                {
                    return $"{Uri.EscapeDataString(view.Whole)} after{view.Trace}";
                }

                if (depth < most)
                {
                    foreach (var (name, read) in readings)
                    {
                        if (view.Normalized && name == Readings.CutToBytes)
                        {
                            continue;
                        }

                        var whole = read(view.Whole);
                        var normalized = view.Normalized || (name == Readings.Normalize && !whole.Equals(view.Whole, StringComparison.Ordinal));
                        var seen = new View(whole, read(view.Prefix), read(view.Tail), $"{view.Trace}, {name}", normalized);
                        if (known.Add(seen.State))
                        {
                            next.Add(seen);
                        }
                    }
                }
            }

            current = next;
        }

        return null;
    }

    /// <summary>A target, its route and what is below the route, all read the same way.</summary>
    private sealed record View(string Whole, string Prefix, string Tail, string Trace, bool Normalized)
    {
        public (string Whole, string Prefix, string Tail, bool Normalized) State => (Whole, Prefix, Tail, Normalized);

        public bool Escapes()
        {
            var resolved = Readings.RemoveDotSegments(Whole, out _);
            var prefix = Readings.RemoveDotSegments(Prefix, out _);
            var inside = resolved == prefix || resolved.StartsWith(prefix + "/", StringComparison.Ordinal) || resolved.StartsWith(prefix + "?", StringComparison.Ordinal);

            // A handler that joins the tail to a folder is lost when the tail is absolute or climbs.
            Readings.RemoveDotSegments(Tail, out var climbs);
            return !inside || climbs || Tail.StartsWith('/');
        }
    }
}
