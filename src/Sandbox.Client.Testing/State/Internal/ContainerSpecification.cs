namespace Sandbox.Client.Testing.State.Internal;

/// <summary>What a sandbox is made of. A pool holds one too, and each of its sandboxes gets it as it is then.</summary>
internal sealed record ContainerSpecification
{
    public required string Image { get; init; }

    public required ContainerResources Resources { get; init; }

    public IReadOnlyList<string>? Entrypoint { get; init; }

    public IReadOnlyList<string> SecretNames { get; init; } = [];

    /// <summary>In seconds; 0 is none.</summary>
    public ulong TimeoutSeconds { get; init; }

    public NetworkRules? Network { get; init; }

    public IReadOnlyList<string> UnauthenticatedRoutes { get; init; } = [];

    public bool AllowUnauthenticatedAccess { get; init; }

    public IReadOnlyList<ushort>? ExposedPorts { get; init; }
}
