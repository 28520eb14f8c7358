using Sandbox.Client.Routing.Internal;

namespace Sandbox.Client.Routing;

/// <content>From lists of routes.</content>
public readonly partial struct UnauthenticatedRouteMatcher
{
    /// <summary>Makes a matcher, for whoever writes the list: the first entry that is not valid is an error.</summary>
    /// <param name="routes">Path prefixes such as <c>/api/public</c>; null is the empty list, which opens nothing. At most <see cref="MaximumRouteCount"/>.</param>
    /// <returns>The matcher.</returns>
    /// <exception cref="InvalidUnauthenticatedRouteException">An entry is not valid; its diagnostic names the entry and says how to write it.</exception>
    public static UnauthenticatedRouteMatcher Create(IEnumerable<string?>? routes)
    {
        var valid = Collect(routes, out var diagnostics, stopAtFirst: true);
        return diagnostics.Count == 0 ? new(valid) : throw new InvalidUnauthenticatedRouteException(diagnostics[0]);
    }

    /// <summary>Makes a matcher, for whoever reads the list from somewhere: entries that are not valid open nothing and take nothing from the others.</summary>
    /// <param name="routes">Path prefixes; null is the empty list, which opens nothing.</param>
    /// <param name="diagnostics">The entries that were dropped, in order. Entries beyond <see cref="MaximumRouteCount"/> are reported once, by the first of them.</param>
    /// <returns>The matcher of the valid entries.</returns>
    public static UnauthenticatedRouteMatcher CreateLenient(IEnumerable<string?>? routes, out IReadOnlyList<UnauthenticatedRouteDiagnostic> diagnostics)
    {
        var valid = Collect(routes, out var found, stopAtFirst: false);
        diagnostics = found;
        return new(valid);
    }

    /// <summary>Checks a list as <see cref="Create"/> does, without making a matcher.</summary>
    /// <param name="routes">Path prefixes; null is the empty list.</param>
    /// <exception cref="InvalidUnauthenticatedRouteException">An entry is not valid; its diagnostic names the entry and says how to write it.</exception>
    public static void Validate(IEnumerable<string?>? routes)
    {
        Collect(routes, out var diagnostics, stopAtFirst: true);
        if (diagnostics.Count > 0)
        {
            throw new InvalidUnauthenticatedRouteException(diagnostics[0]);
        }
    }

    private static List<string> Collect(IEnumerable<string?>? routes, out List<UnauthenticatedRouteDiagnostic> diagnostics, bool stopAtFirst)
    {
        var valid = new List<string>(routes is not null && routes.TryGetNonEnumeratedCount(out var count) ? Math.Min(count, MaximumRouteCount) : 0);
        diagnostics = [];
        var index = 0;
        foreach (var entry in routes ?? [])
        {
            var canonical = "";
            var code = index == MaximumRouteCount ? UnauthenticatedRouteErrorCode.TooMany : RouteGrammar.Canonicalize(entry, out canonical);
            if (code == UnauthenticatedRouteErrorCode.None)
            {
                valid.Add(canonical);
            }
            else
            {
                diagnostics.Add(new() { Index = index, Entry = entry, Code = code, Message = RouteErrorSentences.Of(code) });
                if (stopAtFirst || code == UnauthenticatedRouteErrorCode.TooMany)
                {
                    break;
                }
            }

            index++;
        }

        return valid;
    }
}
