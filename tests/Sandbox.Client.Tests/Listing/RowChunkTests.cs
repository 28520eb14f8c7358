using System.Text;
using Sandbox.Client.Errors;
using Sandbox.Client.Listing;
using Sandbox.Client.Tests.Support;

namespace Sandbox.Client.Tests.Listing;

/// <summary>However the bytes arrive, the rows are the same.</summary>
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
    public async Task The_rows_before_a_broken_frame_are_yielded_however_much_arrives_at_once()
    {
        var body = Encoding.UTF8.GetBytes($"{Wire.List([.. Enumerable.Range(0, 5).Select(row => Wire.Sandbox($"{row}"))])[..^2]} broken {new string('x', 5000)}");
        using var client = new SandboxClient(new ChunkHandler([body]), new SandboxClientOptions());
        var read = new List<string>();

        await Assert.ThrowsAsync<SandboxResponseException>(async () =>
        {
            await foreach (var row in client.ListAsync())
            {
                read.Add(row.Id);
            }
        });

        Assert.Equal(["0", "1", "2", "3", "4"], read);
    }

    [Fact]
    public async Task One_byte_at_a_time_gives_the_same_rows()
    {
        var body = Encoding.UTF8.GetBytes("\uFEFF" + Wire.List(Wire.Sandbox("1"), Wire.Sandbox("2")));
        using var client = new SandboxClient(new ChunkHandler(body.Select(octet => new[] { octet })), new SandboxClientOptions());

        Assert.Equal(["1", "2"], (await client.ListAsync().ToListAsync()).Select(row => row.Id));
    }
}
