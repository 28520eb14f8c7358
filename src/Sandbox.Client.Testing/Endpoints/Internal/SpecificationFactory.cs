using Sandbox.Client.Testing.State.Internal;

namespace Sandbox.Client.Testing.Endpoints.Internal;

/// <summary>Puts a request, the snapshot that it restores, and the defaults together (contract section 1.6.2).</summary>
internal static class SpecificationFactory
{
    /// <summary>
    /// Image, entrypoint and secrets come from the snapshot where the request has none; a resource only where the request's value is not above zero, so
    /// leaving <c>resources</c> out overrides the snapshot. Timeout, network and access fields are never inherited.
    /// </summary>
    public static ContainerSpecification Create(CreateSandboxBody body, ContainerSpecification? origin, EmulatorSettings settings) => new()
    {
        Image = body.Image ?? origin?.Image ?? settings.DefaultImage,
        Resources = Resources(body.Resources, origin?.Resources),
        Entrypoint = body.Entrypoint is { Count: > 0 } ? body.Entrypoint : origin?.Entrypoint ?? body.Entrypoint,
        SecretNames = body.SecretNames.Count > 0 ? body.SecretNames : origin?.SecretNames ?? [],
        TimeoutSeconds = body.TimeoutSeconds ?? settings.DefaultTimeoutSeconds,
        Network = body.Network,
        UnauthenticatedRoutes = body.Access.UnauthenticatedRoutes,
        AllowUnauthenticatedAccess = body.Access.AllowUnauthenticatedAccess,
        ExposedPorts = body.Access.ExposedPorts,
    };

    private static ContainerResources Resources(ResourcesBody body, ContainerResources? origin) => new(
        body.Cpus > 0 || origin is null ? ContainerResources.ToThousandths(body.Cpus) : origin.CpuThousandths,
        body.MemoryMegabytes > 0 || origin is null ? body.MemoryMegabytes : origin.MemoryMegabytes,
        body.DiskMegabytes > 0 || origin is null ? body.DiskMegabytes : origin.DiskMegabytes,
        body.NeedsGpu ?? origin?.NeedsGpu ?? false);
}
