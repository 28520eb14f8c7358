using Sandbox.Client.PackageTests.Packages;
using Sandbox.Client.PackageTests.Sources;

namespace Sandbox.Client.PackageTests;

[Collection(SharedPackages.Name)]
public sealed class MetadataTests(PackedPackages packages)
{
    [Theory]
    [MemberData(nameof(SharedPackages.Ids), MemberType = typeof(SharedPackages))]
    public void A_package_says_what_it_is_and_under_which_licence(string id)
    {
        var metadata = packages.Open(id).Metadata;

        Assert.Equal(id, metadata.Element("id")?.Value);
        Assert.Equal(Repository.Version, metadata.Element("version")?.Value);
        Assert.Equal("MIT", metadata.Element("license")?.Value);
        Assert.Equal("expression", metadata.Element("license")?.Attribute("type")?.Value);
        Assert.Equal("README.md", metadata.Element("readme")?.Value);
        Assert.Equal("icon.png", metadata.Element("icon")?.Value);
        Assert.False(string.IsNullOrWhiteSpace(metadata.Element("description")?.Value));
        Assert.NotEqual("Package Description", metadata.Element("description")?.Value);
    }

    [Theory]
    [MemberData(nameof(SharedPackages.Ids), MemberType = typeof(SharedPackages))]
    public void A_package_brings_what_it_is_meant_to_bring_and_nothing_else(string id)
    {
        var metadata = packages.Open(id).Metadata;
        var expected = ExpectedDependencies.Of(id);

        var group = Assert.Single(metadata.Element("dependencies")!.Elements("group"));
        Assert.Equal("net10.0", group.Attribute("targetFramework")?.Value);
        Assert.Equal(expected.Packages, group.Elements("dependency").Select(dependency => dependency.Attribute("id")!.Value).Order(StringComparer.Ordinal));
        Assert.Equal(
            expected.Frameworks,
            metadata.Descendants("frameworkReference").Select(reference => reference.Attribute("name")!.Value).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(SharedPackages.Ids), MemberType = typeof(SharedPackages))]
    public void A_symbol_package_is_one_and_belongs_to_its_package(string id)
    {
        var metadata = packages.OpenSymbols(id).Metadata;

        Assert.Equal(id, metadata.Element("id")?.Value);
        Assert.Equal(Repository.Version, metadata.Element("version")?.Value);
        Assert.Equal("SymbolsPackage", Assert.Single(metadata.Descendants("packageType")).Attribute("name")?.Value);
    }
}
