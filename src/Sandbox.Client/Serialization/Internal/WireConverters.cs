namespace Sandbox.Client.Serialization.Internal;

/// <summary>The converter of each record.</summary>
internal static class WireConverters
{
    private static readonly Dictionary<Type, object> ByRecord = new()
    {
        [typeof(Models.CreateNamespaceRequest)] = CreateNamespaceRequestConverter.Instance,
        [typeof(Models.CreateSandboxPoolRequest)] = CreateSandboxPoolRequestConverter.Instance,
        [typeof(Models.CreateSandboxRequest)] = CreateSandboxRequestConverter.Instance,
        [typeof(Models.CreatedSandbox)] = CreatedSandboxConverter.Instance,
        [typeof(Models.CreatedSandboxPool)] = CreatedSandboxPoolConverter.Instance,
        [typeof(Models.CreatedSnapshot)] = CreatedSnapshotConverter.Instance,
        [typeof(Models.NamespaceInfo)] = NamespaceInfoConverter.Instance,
        [typeof(Models.NetworkPolicy)] = NetworkPolicyConverter.Instance,
        [typeof(Models.SandboxGpu)] = SandboxGpuConverter.Instance,
        [typeof(Models.SandboxInfo)] = SandboxInfoConverter.Instance,
        [typeof(Models.SandboxLookup)] = SandboxLookupConverter.Instance,
        [typeof(Models.SandboxPoolContainer)] = SandboxPoolContainerConverter.Instance,
        [typeof(Models.SandboxPoolDetail)] = SandboxPoolDetailConverter.Instance,
        [typeof(Models.SandboxPoolInfo)] = SandboxPoolInfoConverter.Instance,
        [typeof(Models.SandboxResources)] = SandboxResourcesConverter.Instance,
        [typeof(Models.ServerHealth)] = ServerHealthConverter.Instance,
        [typeof(Models.SnapshotInfo)] = SnapshotInfoConverter.Instance,
        [typeof(Models.UpdateSandboxPoolRequest)] = UpdateSandboxPoolRequestConverter.Instance,
    };

    /// <exception cref="NotSupportedException">The type is no record of the wire.</exception>
    public static RecordConverter<T> Of<T>()
        where T : class =>
        ByRecord.TryGetValue(typeof(T), out var converter)
            ? (RecordConverter<T>)converter
            : throw new NotSupportedException($"{typeof(T)} is no record of the sandbox API.");
}
