using System.Globalization;
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

    [Theory]
    [InlineData("\"{0}\"", "{0}")]
    [InlineData("\"{0}\"", "\\u00e9\\\\\\\"{0}")]
    [InlineData("{{\"a\":\"{0}\",\"b\":[1]}}", "{0}")]
    [InlineData("{{\"{0}\"    :\"{0}\",\"b\"   :  {{ }}   }}", "{0}")]
    [InlineData("[ [ ] ,    \"{0}\"  ,  1 ]", "{0}")]
    public async Task A_row_or_member_over_the_limit_is_passed_over_however_it_arrives(string value, string text)
    {
        var large = string.Format(CultureInfo.InvariantCulture, value, string.Format(CultureInfo.InvariantCulture, text, new string('x', 500)));
        var blanks = new string(' ', 900);
        var body = Encoding.UTF8.GetBytes(
            $"{blanks}{{\"other\":{large},{blanks}\"sandboxes\":{blanks}[{Wire.Sandbox("1")}{blanks},{blanks}{large}{blanks},{large},{blanks}{Wire.Sandbox("2")}{blanks}]}}{blanks}");

        foreach (var size in new[] { 1, 2, 7, 100, 401, 1000, body.Length })
        {
            using var client = new SandboxClient(new ChunkHandler(body.Chunk(size)), new SandboxClientOptions { MaxRowBytes = 400 });
            var reported = new List<long>();

            var rows = await client.ListAsync(new ListOptions { OnUnreadableRow = row => reported.Add(row.Index) }).ToListAsync();

            Assert.Equal(["1", "2"], rows.Select(row => row.Id));
            Assert.Equal([1, 2], reported);
        }
    }

    [Theory]
    [InlineData("{\"next_cursor\":\"1111{0}\",\"sandboxes\":[]}")]
    [InlineData("{\"1111{0}\":1,\"sandboxes\":[]}")]
    [InlineData("{\"other\":1111{0},\"sandboxes\":[]}")]
    [InlineData("{\"sandboxes\":[{\"a\":1111{0}}]}")]
    [InlineData("{\"sandboxes\":[1111{0}]}")]
    public async Task A_value_over_the_limit_that_is_needed_or_is_a_number_ends_the_list_however_it_arrives(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body.Replace("{0}", new string('1', 400), StringComparison.Ordinal));
        foreach (var size in new[] { 1, 2, 7, 100, 401, bytes.Length })
        {
            using var client = new SandboxClient(new ChunkHandler(bytes.Chunk(size)), new SandboxClientOptions { MaxRowBytes = 400, Retry = { MaxRetries = 0 } });

            var error = await Assert.ThrowsAsync<SandboxResponseException>(async () => await client.ListAsync(new ListOptions { OnUnreadableRow = _ => { } }).ToListAsync());

            Assert.Contains("larger than the limit of 400 bytes", error.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    public async Task A_row_of_exactly_the_limit_is_read_however_it_arrives(int length)
    {
        var row = Wire.Sandbox("").Replace("\"id\":\"\"", "\"id\":\"1\"", StringComparison.Ordinal);
        row = row.Replace("\"1\"", $"\"{new string('1', 1 + length - row.Length)}\"", StringComparison.Ordinal);
        var body = Encoding.UTF8.GetBytes(Wire.List(row).Replace("[", "[   ", StringComparison.Ordinal));
        foreach (var size in new[] { 1, 2, 7, 100, 399, body.Length })
        {
            using var client = new SandboxClient(new ChunkHandler(body.Chunk(size)), new SandboxClientOptions { MaxRowBytes = 400 });
            var reported = 0;

            var rows = await client.ListAsync(new ListOptions { OnUnreadableRow = _ => reported++ }).ToListAsync();

            Assert.Equal((length == 400 ? 1 : 0, length == 400 ? 0 : 1), (rows.Count, reported));
        }
    }

    [Fact]
    public async Task One_byte_at_a_time_gives_the_same_rows()
    {
        var body = Encoding.UTF8.GetBytes("\uFEFF" + Wire.List(Wire.Sandbox("1"), Wire.Sandbox("2")));
        using var client = new SandboxClient(new ChunkHandler(body.Select(octet => new[] { octet })), new SandboxClientOptions());

        Assert.Equal(["1", "2"], (await client.ListAsync().ToListAsync()).Select(row => row.Id));
    }
}
