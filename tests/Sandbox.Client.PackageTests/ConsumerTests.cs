using Sandbox.Client.PackageTests.Consumers;
using Sandbox.Client.PackageTests.Packages;
using Sandbox.Client.PackageTests.Sources;
using Sandbox.Client.Testing;

namespace Sandbox.Client.PackageTests;

[Collection(SharedPackages.Name)]
public sealed class ConsumerTests(PackedPackages packages)
{
    [Fact]
    public async Task The_code_of_the_readme_builds_in_a_new_project_and_runs_against_a_server()
    {
        var program = ReadmeSnippet.First(packages.Open("Sandbox.Client").Text("README.md"));
        using var folder = new TemporaryFolder();
        var project = new FreshProject(folder, packages);
        await project.BuildAsync(program, "Sandbox.Client");
        await using var server = await SandboxEmulator.StartAsync();

        var output = await project.RunAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["TENSORLAKE_API_URL"] = server.Endpoint.ToString() });

        using var client = new SandboxClient(new SandboxClientOptions { Endpoint = server.Endpoint });
        var sandbox = Assert.Single(await client.ListAsync().ToListAsync());
        Assert.Contains(sandbox.Id, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_project_can_test_against_the_server_of_the_testing_package()
    {
        const string Program = """
            using Sandbox.Client;
            using Sandbox.Client.Models;
            using Sandbox.Client.Testing;

            await using var server = await SandboxEmulator.StartAsync();
            using var client = new SandboxClient(new SandboxClientOptions { Endpoint = server.Endpoint, Namespace = "team-a" });
            var created = await client.CreateAsync(new CreateSandboxRequest());
            var sandbox = await client.GetAsync(created.Id);
            Console.WriteLine($"{sandbox.Namespace}: {sandbox.Id == created.Id}");
            """;
        using var folder = new TemporaryFolder();
        var project = new FreshProject(folder, packages);
        await project.BuildAsync(Program, "Sandbox.Client", "Sandbox.Client.Testing");

        Assert.Equal("team-a: True", (await project.RunAsync()).Trim());
    }

    [Fact]
    public async Task Every_package_installs_into_a_new_project()
    {
        using var folder = new TemporaryFolder();
        var project = new FreshProject(folder, packages);
        var program = string.Join('\n', Repository.PackageIds.Select(id => $"Console.WriteLine(System.Reflection.Assembly.Load(\"{id}\").GetExportedTypes().Length > 0);"));
        await project.BuildAsync(program, [.. Repository.PackageIds]);

        Assert.Equal(Repository.PackageIds.Select(_ => "True"), (await project.RunAsync()).ReplaceLineEndings("\n").Trim().Split('\n'));
    }
}
