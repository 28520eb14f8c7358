using BenchmarkDotNet.Attributes;
using Sandbox.Client.Routing;

namespace Sandbox.Client.Benchmarks.Routing;

/// <summary>One decision about a request target. Only the matcher decides by the whole rule; the others compare.</summary>
[MemoryDiagnoser]
public class PublicPathBenchmarks
{
    private UnauthenticatedRouteMatcher _matcher;
    private StartsWithLoop? _startsWith;
    private PathStringLoop? _pathString;
    private RegexAlternation? _regex;
    private FrozenSetProbe? _frozenSet;
    private EndpointRouting? _endpointRouting;
    private string _target = "";

    // What HttpRequest.Path holds: the server has cut the query off.
    private string _path = "";

    [Params(1, 10, 100, 1_000, 10_000)]
    public int Routes { get; set; }

    [Params(RequestTargets.Hit, RequestTargets.Miss, RequestTargets.Encoded, RequestTargets.Query, RequestTargets.Long, RequestTargets.LongMiss, RequestTargets.WorstPath, RequestTargets.WorstQuery)]
    public string Target { get; set; } = "";

    // The expression and the endpoints of 10,000 routes take seconds to build: only where they are asked.
    [GlobalSetup(Targets = [nameof(Matcher), nameof(StartsWith), nameof(StartsWithSegments), nameof(FrozenSet)])]
    public void Setup()
    {
        var routes = RequestTargets.Routes(Routes);
        _target = RequestTargets.Make(Target, Routes);
        _path = RequestTargets.PathOf(_target).ToString();
        _matcher = UnauthenticatedRouteMatcher.Create(routes);
        _startsWith = new StartsWithLoop(routes);
        _pathString = new PathStringLoop(routes);
        _frozenSet = new FrozenSetProbe(routes);
        Verify(_startsWith, _target);
        Verify(_pathString, _path);
        Verify(_frozenSet, _target);
        if (_matcher.IsPublic(_target) != (IsBelow && Target is not (RequestTargets.WorstPath or RequestTargets.WorstQuery)))
        {
            throw new InvalidOperationException($"The matcher is wrong about '{Target}'.");
        }
    }

    [GlobalSetup(Target = nameof(Regex))]
    public void SetupRegex()
    {
        _target = RequestTargets.Make(Target, Routes);
        _regex = new RegexAlternation(RequestTargets.Routes(Routes));
        Verify(_regex, _target);
    }

    [GlobalSetup(Target = nameof(Endpoints))]
    public void SetupEndpoints()
    {
        _path = RequestTargets.PathOf(RequestTargets.Make(Target, Routes)).ToString();
        _endpointRouting = new EndpointRouting(RequestTargets.Routes(Routes));
        Verify(_endpointRouting, _path);
    }

    [GlobalCleanup]
    public void Cleanup() => _endpointRouting?.Dispose();

    [Benchmark(Baseline = true, Description = "UnauthenticatedRouteMatcher")]
    public bool Matcher() => _matcher.IsPublic(_target);

    [Benchmark(Description = "StartsWith, one by one")]
    public bool StartsWith() => _startsWith!.IsBelow(_target);

    [Benchmark(Description = "PathString.StartsWithSegments")]
    public bool StartsWithSegments() => _pathString!.IsBelow(_path);

    [Benchmark(Description = "Regex, compiled")]
    public bool Regex() => _regex!.IsBelow(_target);

    [Benchmark(Description = "FrozenSet at each slash")]
    public bool FrozenSet() => _frozenSet!.IsBelow(_target);

    [Benchmark(Description = "Endpoint routing")]
    public bool Endpoints() => _endpointRouting!.IsBelow(_path);

    private bool IsBelow => Target is not (RequestTargets.Miss or RequestTargets.LongMiss);

    // A contestant that gives another answer has not done the work.
    private void Verify(IRouteContestant contestant, string text)
    {
        if (contestant.IsBelow(text) != IsBelow)
        {
            throw new InvalidOperationException($"{contestant.GetType().Name} is wrong about '{Target}'.");
        }
    }
}
