using Sandbox.Client.PackageTests.Packages;
using Sandbox.Client.PackageTests.Sources;

namespace Sandbox.Client.PackageTests;

[Collection(SharedPackages.Name)]
public sealed class DeterminismTests
{
    [Fact]
    public async Task The_same_source_packed_in_two_folders_gives_the_same_files()
    {
        using var folder = new TemporaryFolder();
        var first = await SourceCopy.PackAsync(folder, "one");
        var second = await SourceCopy.PackAsync(folder, "a-longer-name");

        Assert.NotEmpty(Repository.PackageIds);
        foreach (var id in Repository.PackageIds)
        {
            AssertSameFiles(first, second, PackedPackages.FileName(id, "nupkg"), $"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml", $"{id}.nuspec");
            AssertSameFiles(first, second, PackedPackages.FileName(id, "snupkg"), $"lib/net10.0/{id}.pdb", $"{id}.nuspec");
        }
    }

    private static void AssertSameFiles(string first, string second, string package, params string[] names)
    {
        var one = PackageFile.Open(Path.Combine(first, package));
        var two = PackageFile.Open(Path.Combine(second, package));
        Assert.Equal(one.Names.Where(name => !name.EndsWith(".psmdcp", StringComparison.Ordinal)), two.Names.Where(name => !name.EndsWith(".psmdcp", StringComparison.Ordinal)));
        foreach (var name in names)
        {
            Assert.True(one.Bytes(name).AsSpan().SequenceEqual(two.Bytes(name).AsSpan()), $"{name} of {package} differs.");
        }
    }
}
