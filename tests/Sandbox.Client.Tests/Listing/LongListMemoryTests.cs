using System.Text;
using Sandbox.Client.Tests.Support;

namespace Sandbox.Client.Tests.Listing;

/// <summary>A long list needs no more memory than a short one.</summary>
/// <remarks>Measures the memory of the whole process, so nothing else may run meanwhile.</remarks>
[CollectionDefinition(nameof(LongListMemoryTests), DisableParallelization = true)]
[Collection(nameof(LongListMemoryTests))]
public sealed class LongListMemoryTests
{
    [Fact]
    public async Task A_hundred_thousand_rows_are_never_held()
    {
        using var client = new SandboxClient(new ChunkHandler(Rows(100_000)), new SandboxClientOptions());
        long count = 0;
        long highest = 0;
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await foreach (var _ in client.ListAsync())
        {
            if (++count % 10_000 == 0)
            {
                highest = Math.Max(highest, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        Assert.Equal(100_000, count);

        // The body is 27 MB, and the records would be more.
        Assert.InRange(highest, long.MinValue, 1_000_000);
    }

    private static IEnumerable<byte[]> Rows(int count)
    {
        yield return "{\"sandboxes\":["u8.ToArray();
        for (var i = 0; i < count; i++)
        {
            yield return Encoding.UTF8.GetBytes((i == 0 ? "" : ",") + Wire.Sandbox($"sandbox-{i}"));
        }

        yield return "]}"u8.ToArray();
    }
}
