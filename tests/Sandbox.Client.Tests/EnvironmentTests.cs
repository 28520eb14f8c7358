using Microsoft.Extensions.DependencyInjection;
using Sandbox.Client.Tests.Support;

namespace Sandbox.Client.Tests;

/// <summary>The environment is read only where that is said. The variables belong to the process, so these tests run alone.</summary>
[Collection(nameof(EnvironmentTests))]
[CollectionDefinition(nameof(EnvironmentTests), DisableParallelization = true)]
public sealed class EnvironmentTests : IDisposable
{
    private static readonly string[] Variables = ["TENSORLAKE_API_URL", "TENSORLAKE_API_KEY", "INDEXIFY_NAMESPACE"];

    private readonly string?[] _before = [.. Variables.Select(Environment.GetEnvironmentVariable)];

    public EnvironmentTests() => Set("https://sandboxes.example/api", "key", "team");

    public void Dispose() => Set(_before);

    [Fact]
    public void It_is_read_on_request()
    {
        var options = SandboxClientOptions.FromEnvironment();

        Assert.Equal(("https://sandboxes.example/api", "key", "team"), (options.Endpoint.ToString(), options.ApiKey, options.Namespace));
    }

    [Fact]
    public void It_is_read_by_a_registration_without_an_argument()
    {
        using var provider = new ServiceCollection().Also(services => services.AddSandboxClient()).BuildServiceProvider();

        Assert.Equal("team", provider.GetRequiredService<SandboxClient>().Namespace);
    }

    [Fact]
    public void It_is_not_read_otherwise()
    {
        using var provider = new ServiceCollection().Also(services => services.AddSandboxClient(_ => { })).BuildServiceProvider();
        using var client = new SandboxClient(new SandboxClientOptions());

        Assert.Equal("default", provider.GetRequiredService<SandboxClient>().Namespace);
        Assert.Equal("default", client.Namespace);
        Assert.Equal(SandboxClientOptions.DefaultEndpoint, new SandboxClientOptions().Endpoint);
    }

    [Fact]
    public void What_is_empty_leaves_the_default()
    {
        Set("", "", "");

        var options = SandboxClientOptions.FromEnvironment();

        Assert.Equal((SandboxClientOptions.DefaultEndpoint, null, "default"), (options.Endpoint, options.ApiKey, options.Namespace));
    }

    [Fact]
    public void An_address_that_is_none_is_refused_by_the_name_of_its_variable()
    {
        Set("localhost 8900", null, null);

        var error = Assert.Throws<ArgumentException>(SandboxClientOptions.FromEnvironment);

        Assert.Contains("TENSORLAKE_API_URL", error.Message, StringComparison.Ordinal);
    }

    private static void Set(params string?[] values)
    {
        foreach (var (variable, value) in Variables.Zip(values))
        {
            Environment.SetEnvironmentVariable(variable, value);
        }
    }
}
