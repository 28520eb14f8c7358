using Sandbox.Client.PackageTests.Sources;

namespace Sandbox.Client.PackageTests.Packages;

/// <summary>Classes of this collection share one set of packages, and run one after the other: each starts builds.</summary>
[CollectionDefinition(Name)]
public sealed class SharedPackages : ICollectionFixture<PackedPackages>
{
    public const string Name = "packages";

    /// <summary>Every package, for theories.</summary>
    public static TheoryData<string> Ids { get; } = [.. Repository.PackageIds];
}
