using BenchmarkDotNet.Attributes;
using Sandbox.Client.Benchmarks.Support;
using Sandbox.Client.Models;

namespace Sandbox.Client.Benchmarks.Calls;

/// <summary>One GET of one sandbox.</summary>
[MemoryDiagnoser]
[WarmupCount(10)] // Asynchronous code takes long to be compiled for good.
[IterationTime(200)]
public class GetBenchmarks
{
    private readonly Contestants _contestants = new(Bodies.One());

    [Benchmark(Baseline = true, Description = "HttpClient by hand")]
    public Task<SandboxInfo?> ByHand() => _contestants.GetByHandAsync();

    [Benchmark(Description = "HttpClient by hand, bare pipeline")]
    public Task<SandboxInfo?> ByHandWithPipeline() => _contestants.GetByHandWithPipelineAsync();

    [Benchmark(Description = "SandboxClient, no policy")]
    public Task<SandboxInfo> WithoutPolicy() => _contestants.GetWithoutPolicyAsync();

    [Benchmark(Description = "SandboxClient")]
    public Task<SandboxInfo> Client() => _contestants.GetAsync();

    [Benchmark(Description = "SandboxClient, injected")]
    public Task<SandboxInfo> Injected() => _contestants.GetInjectedAsync();

    [Benchmark(Description = "Refit 16.4.0")]
    public Task<SandboxInfo> WithRefit() => _contestants.GetWithRefitAsync();

    [Benchmark(Description = "Azure.Core 1.64.0")]
    public Task<SandboxInfo?> WithAzure() => _contestants.GetWithAzureAsync();
}
