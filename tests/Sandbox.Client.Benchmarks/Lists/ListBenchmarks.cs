using BenchmarkDotNet.Attributes;
using Sandbox.Client.Benchmarks.Support;

namespace Sandbox.Client.Benchmarks.Lists;

/// <summary>A list, read to its end.</summary>
[MemoryDiagnoser]
[WarmupCount(10)] // Asynchronous code takes long to be compiled for good.
[IterationTime(200)]
public class ListBenchmarks
{
    private Contestants? _contestants;

    [Params(100, 10_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Setup() => _contestants = new Contestants(Bodies.List(Rows));

    [Benchmark(Baseline = true, Description = "HttpClient by hand")]
    public Task<int> ByHand() => _contestants!.ListByHandAsync();

    [Benchmark(Description = "HttpClient by hand, bare pipeline")]
    public Task<int> ByHandWithPipeline() => _contestants!.ListByHandWithPipelineAsync();

    [Benchmark(Description = "SandboxClient, no policy")]
    public Task<int> WithoutPolicy() => _contestants!.ListWithoutPolicyAsync();

    [Benchmark(Description = "SandboxClient")]
    public Task<int> Client() => _contestants!.ListAsync();

    [Benchmark(Description = "SandboxClient, injected")]
    public Task<int> Injected() => _contestants!.ListInjectedAsync();

    [Benchmark(Description = "Refit 16.4.0")]
    public Task<int> WithRefit() => _contestants!.ListWithRefitAsync();

    [Benchmark(Description = "Azure.Core 1.64.0")]
    public Task<int> WithAzure() => _contestants!.ListWithAzureAsync();
}
