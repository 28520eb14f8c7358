namespace Sandbox.Client.Benchmarks.Routing;

/// <summary>Something that says whether a request target is at or below one of its routes.</summary>
internal interface IRouteContestant
{
    bool IsBelow(string target);
}
