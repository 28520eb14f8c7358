using System.Security;
using System.Text.Json;
using Sandbox.Client.PackageTests.Packages;
using Sandbox.Client.PackageTests.Sources;

namespace Sandbox.Client.PackageTests.Consumers;

/// <summary>A new console project that knows the packages by name only, in a folder of its own.</summary>
internal sealed class FreshProject(TemporaryFolder folder, PackedPackages packages)
{
    private const string Name = "Consumer";

    /// <summary>Builds the project with this program; a warning fails it.</summary>
    public async Task BuildAsync(string program, params string[] packageIds)
    {
        var references = packageIds.Select(id => $"""    <PackageReference Include="{id}" Version="{Repository.Version}" />""");
        await WriteAsync($"{Name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
            {string.Join('\n', references)}
              </ItemGroup>
            </Project>
            """);

        // The feed joins the machine's own sources. The cache is that of this run.
        await WriteAsync("NuGet.config", $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="{SecurityElement.Escape(packages.Cache)}" />
              </config>
              <packageSources>
                <add key="packages-under-test" value="{SecurityElement.Escape(packages.Folder)}" />
              </packageSources>
            </configuration>
            """);
        await WriteAsync("Program.cs", program);
        await DotNet.RunAsync(folder.Path, ["build", "--output", folder.Combine("out")]);
        foreach (var id in packageIds)
        {
            await AssertComesFromFeedAsync(id);
        }
    }

    /// <summary>Runs what was built, and gives what it printed.</summary>
    public Task<string> RunAsync(IReadOnlyDictionary<string, string>? environment = null) =>
        DotNet.RunAsync(folder.Path, [Path.Combine(folder.Combine("out"), Name + ".dll")], environment);

    // A public feed may have a package of the same name and version.
    private async Task AssertComesFromFeedAsync(string id)
    {
        var path = Path.Combine(packages.Cache, id.ToLowerInvariant(), Repository.Version, ".nupkg.metadata");
        using var metadata = JsonDocument.Parse(await File.ReadAllTextAsync(path));
        Assert.Equal(Path.TrimEndingDirectorySeparator(packages.Folder), Path.TrimEndingDirectorySeparator(metadata.RootElement.GetProperty("source").GetString()!));
    }

    private Task WriteAsync(string name, string text) => File.WriteAllTextAsync(folder.Combine(name), text);
}
