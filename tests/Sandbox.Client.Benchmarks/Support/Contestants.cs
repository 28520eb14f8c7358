using System.Net.Http.Json;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Refit;
using Sandbox.Client.Models;

namespace Sandbox.Client.Benchmarks.Support;

/// <summary>The same calls, by hand and with each library, over one stub.</summary>
internal sealed class Contestants : IDisposable
{
    private static readonly Uri Server = new("http://localhost:8900");

    private readonly HttpClient _floor;
    private readonly HttpClient _resilient;
    private readonly SandboxClient _client;
    private readonly SandboxClient _withoutPolicy;
    private readonly ServiceProvider _provider;
    private readonly SandboxClient _injected;
    private readonly IRefitSandboxes _refit;
    private readonly HttpPipeline _azure;

    public Contestants(byte[] body)
    {
        _floor = new HttpClient(new StubHandler(body)) { BaseAddress = Server };
        _resilient = new HttpClient(new ResilienceHandler(BarePipeline()) { InnerHandler = new StubHandler(body) }) { BaseAddress = Server };
        _client = new SandboxClient(new StubHandler(body), new SandboxClientOptions());
        _withoutPolicy = new SandboxClient(new StubHandler(body), new SandboxClientOptions { ResiliencePipeline = ResiliencePipeline<HttpResponseMessage>.Empty });

        var services = new ServiceCollection().AddLogging();
        services.AddSandboxClient(options => options.ApiKey = "key").ConfigurePrimaryHttpMessageHandler(() => new StubHandler(body));
        _provider = services.BuildServiceProvider();
        _injected = _provider.GetRequiredService<SandboxClient>();

        _refit = RestService.For<IRefitSandboxes>(
            new HttpClient(new StubHandler(body)) { BaseAddress = Server },
            new RefitSettings(new SystemTextJsonContentSerializer(FloorJson.Default.Options)));

        _azure = HttpPipelineBuilder.Build(new StubOptions { Transport = new HttpClientTransport(new HttpClient(new StubHandler(body))) });
    }

    public Task<SandboxInfo?> GetByHandAsync() => _floor.GetFromJsonAsync("/v1/namespaces/default/sandboxes/k3v9stgvbq4n", FloorJson.Default.SandboxInfo);

    public Task<SandboxInfo?> GetByHandWithPipelineAsync() => _resilient.GetFromJsonAsync("/v1/namespaces/default/sandboxes/k3v9stgvbq4n", FloorJson.Default.SandboxInfo);

    public Task<SandboxInfo> GetAsync() => _client.GetAsync("k3v9stgvbq4n");

    public Task<SandboxInfo> GetWithoutPolicyAsync() => _withoutPolicy.GetAsync("k3v9stgvbq4n");

    public Task<SandboxInfo> GetInjectedAsync() => _injected.GetAsync("k3v9stgvbq4n");

    public Task<SandboxInfo> GetWithRefitAsync() => _refit.GetAsync("default", "k3v9stgvbq4n");

    public async Task<SandboxInfo?> GetWithAzureAsync()
    {
        using var message = CreateMessage("/v1/namespaces/default/sandboxes/k3v9stgvbq4n");
        await _azure.SendAsync(message, CancellationToken.None);
        return JsonSerializer.Deserialize(message.Response.Content, FloorJson.Default.SandboxInfo);
    }

    public async Task<int> ListByHandAsync() => (await _floor.GetFromJsonAsync("/v1/namespaces/default/sandboxes", FloorJson.Default.SandboxPage))!.Sandboxes.Count;

    public async Task<int> ListByHandWithPipelineAsync() => (await _resilient.GetFromJsonAsync("/v1/namespaces/default/sandboxes", FloorJson.Default.SandboxPage))!.Sandboxes.Count;

    public Task<int> ListAsync() => CountAsync(_client);

    public Task<int> ListWithoutPolicyAsync() => CountAsync(_withoutPolicy);

    public Task<int> ListInjectedAsync() => CountAsync(_injected);

    public async Task<int> ListWithRefitAsync() => (await _refit.ListAsync("default")).Sandboxes.Count;

    public async Task<int> ListWithAzureAsync()
    {
        using var message = CreateMessage("/v1/namespaces/default/sandboxes");
        await _azure.SendAsync(message, CancellationToken.None);
        return JsonSerializer.Deserialize(message.Response.Content, FloorJson.Default.SandboxPage)!.Sandboxes.Count;
    }

    public void Dispose()
    {
        _floor.Dispose();
        _resilient.Dispose();
        _client.Dispose();
        _withoutPolicy.Dispose();
        _provider.Dispose();
    }

    /// <summary>What everybody writes first: time-outs around three repetitions of what passes.</summary>
    private static ResiliencePipeline<HttpResponseMessage> BarePipeline() => new ResiliencePipelineBuilder<HttpResponseMessage>()
        .AddTimeout(TimeSpan.FromSeconds(100))
        .AddRetry(new HttpRetryStrategyOptions())
        .AddTimeout(TimeSpan.FromSeconds(30))
        .Build();

    private static async Task<int> CountAsync(SandboxClient client)
    {
        var count = 0;
        await foreach (var _ in client.ListAsync())
        {
            count++;
        }

        return count;
    }

    private HttpMessage CreateMessage(string path)
    {
        var message = _azure.CreateMessage();
        message.Request.Method = RequestMethod.Get;
        message.Request.Uri.Reset(Server);
        message.Request.Uri.AppendPath(path, escape: false);
        return message;
    }

    private sealed class StubOptions : ClientOptions;
}
