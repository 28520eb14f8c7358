using System.Reflection.Metadata;
using Sandbox.Client.PackageTests.Packages;

namespace Sandbox.Client.PackageTests;

[Collection(SharedPackages.Name)]
public sealed class SymbolTests(PackedPackages packages)
{
    [Theory]
    [MemberData(nameof(SharedPackages.Ids), MemberType = typeof(SharedPackages))]
    public void Symbols_are_those_of_the_assembly_in_the_package(string id)
    {
        using var assembly = CompiledAssembly.Open(packages.Open(id).Bytes($"lib/net10.0/{id}.dll"));
        using var symbols = MetadataReaderProvider.FromPortablePdbImage(packages.OpenSymbols(id).Bytes($"lib/net10.0/{id}.pdb"));

        Assert.Equal(assembly.SymbolId, new BlobContentId(symbols.GetMetadataReader().DebugMetadataHeader!.Id));
    }

    [Theory]
    [MemberData(nameof(SharedPackages.Ids), MemberType = typeof(SharedPackages))]
    public void Symbols_name_no_folder_of_the_machine_that_built_them(string id)
    {
        using var symbols = MetadataReaderProvider.FromPortablePdbImage(packages.OpenSymbols(id).Bytes($"lib/net10.0/{id}.pdb"));
        var reader = symbols.GetMetadataReader();
        var documents = reader.Documents.Select(document => reader.GetString(reader.GetDocument(document).Name)).ToList();

        Assert.Contains(documents, name => name.StartsWith($"/_/src/{id}/", StringComparison.Ordinal));
        Assert.DoesNotContain(documents, name => !name.StartsWith("/_/", StringComparison.Ordinal));
    }
}
