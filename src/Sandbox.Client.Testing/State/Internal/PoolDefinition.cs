namespace Sandbox.Client.Testing.State.Internal;

/// <summary>What a create or an update of a pool says: an update replaces it as a whole.</summary>
internal sealed record PoolDefinition(ContainerSpecification Specification, uint? MaxContainers, uint? WarmContainers);
