using System.Text;
using Sandbox.Client.Listing;
using Sandbox.Client.Tests.Support;

namespace Sandbox.Client.Tests.Listing;

/// <summary>However the bytes arrive, the rows are the same; and a long list needs no more memory than a short one.</summary>
public sealed class RowChunkTests
{
    [Fact]
    public async Task The_place_where_a_body_is_cut_makes_no_difference()
    {
        var body = Encoding.UTF8.GetBytes($"{{\"a\":[1,{{}}],\"sandboxes\": [ {Wire.Sandbox("ü-1")} , 7, {Wire.Sandbox("2")},{{\"id\":\"bad\"}},{Wire.Sandbox("3")}] ,\"next_cursor\":null}} ");

        for (var cut = 1; cut < body.Length; cut++)
        {
            using var client = new SandboxClient(new ChunkHandler([body[..cut], body[cut..]]), new SandboxClientOptions());
            var reported = new List<long>();

            var rows = await client.ListAsync(new ListOptions { OnUnreadableRow = row => reported.Add(row.Index) }).ToListAsync();

            Assert.Equal(["ü-1", "2", "3"], rows.Select(row => row.Id));
            Assert.Equal([1, 3], reported);
        }
    }

    [Fact]
    public async Task One_byte_at_a_time_gives_the_same_rows()
    {
        var body = Encoding.UTF8.GetBytes("\uFEFF" + Wire.List(Wire.Sandbox("1"), Wire.Sandbox("2")));
        using var client = new SandboxClient(new ChunkHandler(body.Select(octet => new[] { octet })), new SandboxClientOptions());

        Assert.Equal(["1", "2"], (await client.ListAsync().ToListAsync()).Select(row => row.Id));
    }

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

    private sealed class ChunkHandler(IEnumerable<byte[]> chunks) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new ChunkStream(chunks)) });
    }
}
