using System.Globalization;

namespace Sandbox.Client.ReliabilityTests.Load;

/// <summary>What a load came to.</summary>
internal sealed record LoadResult(int Seed, int Operations, bool Http2, int Requests, int Spoiled, int Connections, int LeftOpen, long WorkingSet, int Made, int MadeTwice)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Operations} operations at a time by HTTP/{(Http2 ? "2" : "1.1")} (RELIABILITY_SEED={Seed}): {Requests} requests, {Spoiled} of them spoiled, over at most {Connections} connections, {LeftOpen} left open; {Made} things made, {MadeTwice} made or sent twice; working set {WorkingSet / 1e6:0} MB");
}
