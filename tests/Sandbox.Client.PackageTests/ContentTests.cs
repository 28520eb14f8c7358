using System.Xml.Linq;
using Sandbox.Client.PackageTests.Packages;
using Sandbox.Client.PackageTests.Sources;

namespace Sandbox.Client.PackageTests;

[Collection(SharedPackages.Name)]
public sealed class ContentTests(PackedPackages packages)
{
    [Theory]
    [MemberData(nameof(SharedPackages.Ids), MemberType = typeof(SharedPackages))]
    public void A_package_holds_its_assembly_its_docs_the_readme_and_the_icon_and_nothing_else(string id)
    {
        Assert.Equal(
            Sorted($"{id}.nuspec", "README.md", "icon.png", $"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml"),
            packages.Open(id).Names.Where(IsContent));
    }

    [Theory]
    [MemberData(nameof(SharedPackages.Ids), MemberType = typeof(SharedPackages))]
    public void A_symbol_package_holds_the_symbols_and_nothing_else(string id)
    {
        Assert.Equal(Sorted($"{id}.nuspec", $"lib/net10.0/{id}.pdb"), packages.OpenSymbols(id).Names.Where(IsContent));
    }

    [Theory]
    [MemberData(nameof(SharedPackages.Ids), MemberType = typeof(SharedPackages))]
    public void The_readme_and_the_icon_are_those_of_the_repository(string id)
    {
        var package = packages.Open(id);
        Assert.Equal(File.ReadAllBytes(Path.Combine(Repository.Root, "README.md")), package.Bytes("README.md"));
        Assert.Equal(File.ReadAllBytes(Path.Combine(Repository.Root, "src", "icon.png")), package.Bytes("icon.png"));
        Assert.True(package.Bytes("icon.png").AsSpan()[1..].StartsWith("PNG"u8), "The icon is no PNG.");
    }

    [Theory]
    [MemberData(nameof(SharedPackages.Ids), MemberType = typeof(SharedPackages))]
    public void Every_public_type_is_documented(string id)
    {
        var package = packages.Open(id);
        var documentation = XDocument.Parse(package.Text($"lib/net10.0/{id}.xml")).Root!;
        var documented = documentation.Descendants("member")
            .Where(member => !string.IsNullOrWhiteSpace(member.Element("summary")?.Value))
            .Select(member => member.Attribute("name")!.Value)
            .ToHashSet(StringComparer.Ordinal);
        using var assembly = CompiledAssembly.Open(package.Bytes($"lib/net10.0/{id}.dll"));

        Assert.Equal(id, documentation.Element("assembly")?.Element("name")?.Value);
        Assert.NotEmpty(assembly.PublicTypes);
        Assert.DoesNotContain(assembly.PublicTypes, type => !documented.Contains("T:" + type));
    }

    // The rest is the archive's own: relations, content types, core properties.
    private static bool IsContent(string name) =>
        name is not ("_rels/.rels" or "[Content_Types].xml") && !(name.StartsWith("package/services/metadata/core-properties/", StringComparison.Ordinal) && name.EndsWith(".psmdcp", StringComparison.Ordinal));

    private static IEnumerable<string> Sorted(params string[] names) => names.Order(StringComparer.Ordinal);
}
