using Sandbox.Client.Models;

namespace Sandbox.Client.Routing;

/// <content>From the records that a server answers.</content>
public readonly partial struct UnauthenticatedRouteMatcher
{
    /// <summary>Makes a matcher from a sandbox's record. Entries that are not valid are dropped; where the server did not say, nothing is public.</summary>
    /// <param name="sandbox">The record.</param>
    /// <returns>The matcher.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="sandbox"/> is null.</exception>
    public static UnauthenticatedRouteMatcher For(SandboxInfo sandbox)
    {
        ArgumentNullException.ThrowIfNull(sandbox);
        return CreateLenient(sandbox.UnauthenticatedRoutes, out _);
    }

    /// <summary>Makes a matcher from a lookup. Entries that are not valid are dropped; where the server did not say, nothing is public.</summary>
    /// <param name="lookup">The record.</param>
    /// <returns>The matcher.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lookup"/> is null.</exception>
    public static UnauthenticatedRouteMatcher For(SandboxLookup lookup)
    {
        ArgumentNullException.ThrowIfNull(lookup);
        return CreateLenient(lookup.UnauthenticatedRoutes, out _);
    }

    /// <summary>Makes a matcher from a pool's record, for the sandboxes that are claimed from it. Entries that are not valid are dropped; where the server did not say, nothing is public.</summary>
    /// <param name="pool">The record.</param>
    /// <returns>The matcher.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pool"/> is null.</exception>
    public static UnauthenticatedRouteMatcher For(SandboxPoolInfo pool)
    {
        ArgumentNullException.ThrowIfNull(pool);
        return CreateLenient(pool.UnauthenticatedRoutes, out _);
    }
}
