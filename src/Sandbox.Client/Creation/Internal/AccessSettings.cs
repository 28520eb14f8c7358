using Sandbox.Client.Models;

namespace Sandbox.Client.Creation.Internal;

/// <summary>The members of a request, or of a record, that say who may reach a sandbox without credentials (contract section 1.6).</summary>
internal readonly record struct AccessSettings(ValueList<string>? Routes, bool? AllowUnauthenticatedAccess, ExposedPorts Ports)
{
    public static AccessSettings Of(CreateSandboxRequest request) => new(request.UnauthenticatedRoutes, request.AllowUnauthenticatedAccess, request.ExposedPorts);

    public static AccessSettings Of(UpdateSandboxPoolRequest request) => new(request.UnauthenticatedRoutes, request.AllowUnauthenticatedAccess, request.ExposedPorts);

    public static AccessSettings Of(CreateSandboxPoolRequest request) => new(request.UnauthenticatedRoutes, request.AllowUnauthenticatedAccess, request.ExposedPorts);

    public static AccessSettings Of(SandboxInfo sandbox) => new(sandbox.UnauthenticatedRoutes, sandbox.AllowUnauthenticatedAccess, sandbox.ExposedPorts);

    public static AccessSettings Of(SandboxPoolInfo pool) => new(pool.UnauthenticatedRoutes, pool.AllowUnauthenticatedAccess, pool.ExposedPorts);

    /// <summary>Whether anything is set that a server could drop. What equals absence (no routes, false, null ports) can't vanish.</summary>
    public bool CanVanish => HasRoutes || AllowUnauthenticatedAccess == true || Ports.Ports is not null;

    private bool HasRoutes => Routes is { Count: > 0 };

    /// <summary>What was asked for and is not what the server keeps, as the members' names; null when all is kept.</summary>
    public string? LostIn(AccessSettings kept)
    {
        var lost = new List<string>(capacity: 3);
        if (HasRoutes && !Routes!.ToHashSet(StringComparer.Ordinal).SetEquals(kept.Routes ?? []))
        {
            lost.Add($"{nameof(CreateSandboxRequest.UnauthenticatedRoutes)} (unauthenticated_routes)");
        }

        if (AllowUnauthenticatedAccess == true && kept.AllowUnauthenticatedAccess != true)
        {
            lost.Add($"{nameof(AllowUnauthenticatedAccess)} (allow_unauthenticated_access)");
        }

        if (Ports.Ports is not null && Ports != kept.Ports)
        {
            lost.Add($"{nameof(CreateSandboxRequest.ExposedPorts)} (exposed_ports)");
        }

        return lost.Count == 0 ? null : string.Join(" and ", lost);
    }

    /// <summary>Which server keeps records like this one. Only the ports dialect always says something.</summary>
    public string Dialect
    {
        get
        {
            if (AllowUnauthenticatedAccess is not null || Ports.IsSpecified)
            {
                return "the ports dialect";
            }

            return HasRoutes ? "the routes dialect" : "the routes dialect, or is older";
        }
    }
}
