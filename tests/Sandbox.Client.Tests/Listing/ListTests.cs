using System.Net;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;
using Sandbox.Client.Errors;
using Sandbox.Client.Listing;
using Sandbox.Client.Models;
using Sandbox.Client.Tests.Support;

namespace Sandbox.Client.Tests.Listing;

/// <summary>Lists over a real connection.</summary>
public sealed class ListTests
{
    private const string Head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n";

    private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task A_row_is_yielded_while_the_server_still_sends()
    {
        await using var server = RawServer.Start(async exchange =>
        {
            await exchange.SendAsync($"{Head}{{\"sandboxes\":[{Wire.Sandbox("first")},");
            await _goOn.Task;
            await exchange.SendAsync($"{Wire.Sandbox("second")}]}}");
            exchange.Close();
        });
        using var client = server.CreateClient();
        await using var rows = client.ListAsync().GetAsyncEnumerator();

        Assert.True(await rows.MoveNextAsync());
        Assert.Equal("first", rows.Current.Id);
        _goOn.SetResult();
        Assert.True(await rows.MoveNextAsync());
        Assert.Equal("second", rows.Current.Id);
        Assert.False(await rows.MoveNextAsync());
    }

    [Fact]
    public async Task Rows_of_other_namespaces_are_dropped_and_counted()
    {
        var log = new FakeLogCollector();
        using var logging = new FakeLoggerFactory(log);
        await using var server = RawServer.Start(RawServer.Answer(200, Wire.List(Wire.Sandbox("a"), Wire.Sandbox("b", "default|z"), Wire.Sandbox("c", "Default"))));
        using var client = server.CreateClient(options => options.LoggerFactory = logging);

        var rows = await client.ListAsync().ToListAsync();

        Assert.Equal(["a"], rows.Select(row => row.Id));
        var record = Assert.Single(log.GetSnapshot(), record => record.Id.Name == "ForeignRowsDropped");
        Assert.Contains("dropped 2 rows", record.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_wanted_status_is_listed()
    {
        await using var server = RawServer.Start(RawServer.Answer(200, Wire.List(Wire.Sandbox("a", status: "terminated"), Wire.Sandbox("b", status: "Running"))));
        using var client = server.CreateClient();

        var rows = await client.ListAsync(new ListOptions { Status = SandboxStatus.Running }).ToListAsync();

        Assert.Equal(["b"], rows.Select(row => row.Id));
        Assert.Throws<ArgumentException>(() => client.Pools.ListAsync(new ListOptions { Status = SandboxStatus.Running }));
    }

    [Fact]
    public async Task An_unreadable_row_ends_the_list_after_the_rows_before_it()
    {
        await using var server = RawServer.Start(RawServer.Answer(200, Wire.List(Wire.Sandbox("a"), "{\"id\":7}", Wire.Sandbox("c"))));
        using var client = server.CreateClient();
        var read = new List<string>();

        var error = await Assert.ThrowsAsync<SandboxRowException>(async () =>
        {
            await foreach (var row in client.ListAsync())
            {
                read.Add(row.Id);
            }
        });

        Assert.Equal(["a"], read);
        Assert.Equal(1, error.Index);
    }

    [Fact]
    public async Task An_unreadable_row_is_reported_and_the_list_goes_on_when_that_is_asked_for()
    {
        var big = Wire.Sandbox("big").Replace("\"i\"", $"\"{new string('i', 9000)}\"", StringComparison.Ordinal);
        await using var server = RawServer.Start(RawServer.Answer(200, Wire.List("5", Wire.Sandbox("a"), "{\"id\":\"x\",\"namespace\":[[{}]]}", big, "null", Wire.Sandbox("b"))));
        using var client = server.CreateClient(options => options.MaxRowBytes = 8000);
        var reported = new List<UnreadableRow>();

        var rows = await client.ListAsync(new ListOptions { OnUnreadableRow = reported.Add }).ToListAsync();

        Assert.Equal(["a", "b"], rows.Select(row => row.Id));
        Assert.Equal([0, 2, 3, 4], reported.Select(row => row.Index));
        Assert.Contains("larger than a row may be", reported[2].Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unreadable_row_has_the_status_of_its_answer()
    {
        await using var server = RawServer.Start(RawServer.Answer(203, Wire.List("5")));
        using var client = server.CreateClient();

        var error = await Assert.ThrowsAsync<SandboxRowException>(async () => await client.ListAsync().ToListAsync());

        Assert.Equal(HttpStatusCode.NonAuthoritativeInformation, error.StatusCode);
    }

    [Fact]
    public async Task A_member_whose_name_is_no_text_is_one_that_nobody_knows()
    {
        await using var server = RawServer.Start(RawServer.Answer(200, $$"""{"\ud800sandboxes":1,"sandboxes":[{{Wire.Sandbox("a")}}],"next_\udc00cursor":"x"}"""));
        using var client = server.CreateClient();

        Assert.Equal(["a"], (await client.ListAsync().ToListAsync()).Select(row => row.Id));
    }

    [Theory]
    [InlineData("{\"sandboxes\":[{]}")]
    [InlineData("{\"sandboxes\":[")]
    [InlineData("{\"sandboxes\":[]")]
    [InlineData("{\"sandboxes\":[]} trailing")]
    [InlineData("{\"sandboxes\":{}}")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("<html>")]
    public async Task A_broken_frame_always_ends_the_list(string body)
    {
        await using var server = RawServer.Start(RawServer.Answer(200, body));
        using var client = server.CreateClient();

        await Assert.ThrowsAsync<SandboxResponseException>(async () => await client.ListAsync(new ListOptions { OnUnreadableRow = _ => { } }).ToListAsync());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"sandboxes\":null}")]
    [InlineData("\uFEFF{\"other\":{\"sandboxes\":[1]},\"sandboxes\":[],\"next_cursor\":null,\"more\":[[[]]]}")]
    [InlineData("{\"next_cursor\":{\"a\":[1]},\"sandboxes\":[],\"next_cursor\":\"\"}")]
    public async Task A_list_without_rows_is_empty(string body)
    {
        await using var server = RawServer.Start(RawServer.Answer(200, body));
        using var client = server.CreateClient();

        Assert.Empty(await client.ListAsync().ToListAsync());
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_cursor_before_or_after_the_rows_leads_to_the_next_page()
    {
        var answers = new Queue<string>(
        [
            $"{{\"next_cursor\":\"a b&c\",\"sandboxes\":[{Wire.Sandbox("1")}]}}",
            $"{{\"sandboxes\":[{Wire.Sandbox("2")},{{}}],\"next_cursor\":\"last\"}}",
            $"{{\"sandboxes\":[{Wire.Sandbox("4")}]}}",
        ]);
        await using var server = RawServer.Start(exchange => exchange.SendAsync(RawServer.Answer(200, answers.Dequeue())));
        using var client = server.CreateClient();
        var reported = new List<UnreadableRow>();

        var rows = await client.ListAsync(new ListOptions { OnUnreadableRow = reported.Add }).ToListAsync();

        Assert.Equal(["1", "2", "4"], rows.Select(row => row.Id));
        Assert.Equal(2, Assert.Single(reported).Index);
        Assert.Equal(
            ["/v1/namespaces/default/sandboxes", "/v1/namespaces/default/sandboxes?cursor=a%20b%26c", "/v1/namespaces/default/sandboxes?cursor=last"],
            server.Requests.Select(request => request.Split(' ')[1]));
    }

    [Fact]
    public async Task A_repeated_cursor_is_an_error_and_not_an_endless_list()
    {
        await using var server = RawServer.Start(RawServer.Answer(200, "{\"sandboxes\":[],\"next_cursor\":\"same\"}"));
        using var client = server.CreateClient();

        var error = await Assert.ThrowsAsync<SandboxResponseException>(async () => await client.ListAsync().ToListAsync());

        Assert.DoesNotContain("same\"", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Cancellation_stops_the_download()
    {
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = RawServer.Start(async exchange =>
        {
            await exchange.SendAsync($"{Head}{{\"sandboxes\":[{Wire.Sandbox("a")},");
            await exchange.WaitUntilClientLeavesAsync();
            left.SetResult();
        });
        using var client = server.CreateClient();
        using var source = new CancellationTokenSource();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var row in client.ListAsync(cancellationToken: source.Token))
            {
                await source.CancelAsync();
            }
        });

        Assert.Equal(source.Token, error.CancellationToken);
        await left.Task;
    }

    [Fact]
    public async Task Leaving_the_loop_closes_the_connection()
    {
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = RawServer.Start(async exchange =>
        {
            await exchange.SendAsync($"{Head}{{\"sandboxes\":[{Wire.Sandbox("a")},");
            await exchange.WaitUntilClientLeavesAsync();
            left.SetResult();
        });
        using var client = server.CreateClient();

        Assert.Equal("a", (await client.ListAsync().FirstAsync()).Id);

        await left.Task;
    }

    [Fact]
    public async Task A_silent_server_ends_the_list_but_a_slow_caller_does_not()
    {
        var time = new FakeTimeProvider();
        await using var server = RawServer.Start(async exchange =>
        {
            await exchange.SendAsync($"{Head}{{\"sandboxes\":[{Wire.Sandbox("a")},");
            await exchange.WaitUntilClientLeavesAsync();
        });
        using var client = server.CreateClient(options => options.TimeProvider = time);
        await using var rows = client.ListAsync().GetAsyncEnumerator();

        Assert.True(await rows.MoveNextAsync());
        time.Advance(TimeSpan.FromHours(1));
        var next = rows.MoveNextAsync().AsTask();
        Assert.False(next.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(30));
        var error = await Assert.ThrowsAsync<SandboxAttemptTimeoutException>(() => next);

        Assert.Equal("sandboxes.list failed: the list sent nothing for 30 s (IdleTimeout).", error.Message);
        Assert.True(error.IsTransient);
    }

    [Fact]
    public async Task An_error_answer_is_thrown_on_the_enumeration()
    {
        await using var server = RawServer.Start(RawServer.Answer(500, "broken store", "text/plain"));
        using var client = server.CreateClient();

        var list = client.ListAsync();
        var error = await Assert.ThrowsAsync<SandboxServerException>(async () => await list.ToListAsync());

        Assert.Equal("broken store", error.ServerMessage);
    }
}
