using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Sandbox.Client.PackageTests.Packages;

/// <summary>An assembly, read without loading it.</summary>
internal sealed class CompiledAssembly : IDisposable
{
    private readonly PEReader _file;
    private readonly MetadataReader _metadata;

    private CompiledAssembly(ImmutableArray<byte> bytes)
    {
        _file = new PEReader(bytes);
        _metadata = _file.GetMetadataReader();
    }

    /// <summary>The full names of the public types that stand on their own, as the documentation file writes them.</summary>
    public IReadOnlyList<string> PublicTypes => _metadata.TypeDefinitions
        .Select(_metadata.GetTypeDefinition)
        .Where(type => (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public)
        .Select(type => $"{_metadata.GetString(type.Namespace)}.{_metadata.GetString(type.Name)}")
        .ToList();

    /// <summary>What the symbols of this very build are marked with.</summary>
    public BlobContentId SymbolId
    {
        get
        {
            var entry = _file.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.CodeView);
            return new BlobContentId(_file.ReadCodeViewDebugDirectoryData(entry).Guid, entry.Stamp);
        }
    }

    /// <summary>The build said that the same source gives the same bytes.</summary>
    public bool IsDeterministic => _file.ReadDebugDirectory().Any(entry => entry.Type == DebugDirectoryEntryType.Reproducible);

    public static CompiledAssembly Open(ImmutableArray<byte> bytes) => new(bytes);

    public void Dispose() => _file.Dispose();
}
