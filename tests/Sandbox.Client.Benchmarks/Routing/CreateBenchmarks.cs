using BenchmarkDotNet.Attributes;
using Sandbox.Client.Routing;

namespace Sandbox.Client.Benchmarks.Routing;

/// <summary>Making what decides, from a list of routes: once a sandbox in a proxy.</summary>
[MemoryDiagnoser]
public class CreateBenchmarks
{
    private string[] _routes = [];

    [Params(1, 10, 10_000)]
    public int Routes { get; set; }

    [GlobalSetup]
    public void Setup() => _routes = RequestTargets.Routes(Routes);

    [Benchmark(Baseline = true, Description = "UnauthenticatedRouteMatcher.Create")]
    public UnauthenticatedRouteMatcher Matcher() => UnauthenticatedRouteMatcher.Create(_routes);

    [Benchmark(Description = "FrozenSet")]
    public object FrozenSet() => new FrozenSetProbe(_routes);
}
