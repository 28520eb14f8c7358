using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Sandbox.Client.AotSmoke;

/// <summary>Every way to make a client, each followed by the same calls.</summary>
internal static class RoundTrips
{
    public static async Task WithoutContainerAsync(LoopbackServer server)
    {
        using var client = new SandboxClient(new SandboxClientOptions { Endpoint = server.Address, ApiKey = Answers.ApiKey, Namespace = Answers.Namespace });
        await Steps.RunAsync(client, server);
    }

    public static async Task WithDelegateAsync(LoopbackServer server)
    {
        var services = new ServiceCollection();
        services.AddSandboxClient(options =>
        {
            options.Endpoint = server.Address;
            options.ApiKey = Answers.ApiKey;
            options.Namespace = Answers.Namespace;
        });
        await using var provider = services.BuildServiceProvider();
        await Steps.RunAsync(provider.GetRequiredService<SandboxClient>(), server);
    }

    public static async Task WithConfigurationAsync(LoopbackServer server)
    {
        var services = new ServiceCollection();
        services.AddSandboxClient(Section(server));
        await using var provider = services.BuildServiceProvider();
        await Steps.RunAsync(provider.GetRequiredService<SandboxClient>(), server);
    }

    public static async Task WithKeysAsync(LoopbackServer server)
    {
        var services = new ServiceCollection();
        services.AddSandboxClient("one", Section(server));
        services.AddSandboxClient("two", options =>
        {
            options.Endpoint = server.Address;
            options.ApiKey = Answers.ApiKey;
        });
        await using var provider = services.BuildServiceProvider();
        await Steps.RunAsync(provider.GetRequiredKeyedService<SandboxClient>("one"), server);
        var two = provider.GetRequiredKeyedService<SandboxClient>("two");
        Check.Equal("default", two.Namespace);
        await Steps.RunAsync(two.InNamespace(Answers.Namespace), server);
    }

    private static IConfigurationSection Section(LoopbackServer server) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Sandboxes:Endpoint"] = server.Address.ToString(),
            ["Sandboxes:ApiKey"] = Answers.ApiKey,
            ["Sandboxes:Namespace"] = Answers.Namespace,
            ["Sandboxes:AttemptTimeout"] = "00:00:20",
            ["Sandboxes:MaxRowBytes"] = "65536",
        })
        .Build()
        .GetSection("Sandboxes");
}
