using System.Net;
using System.Text;
using Sandbox.Client.Testing.Faults;

namespace Sandbox.Client.Testing.Tests.Faults;

public sealed class RelayTests
{
    [Fact]
    public async Task A_request_is_passed_on_and_shown_as_it_came()
    {
        using var upstream = new StubUpstream();
        await using var server = await FaultServer.StartAsync(upstream.Endpoint);
        using var client = await RawClient.ConnectAsync(server.Endpoint);
        await client.SendAsync("GET /a/%2E%2E/b?x=%zz HTTP/1.1\r\nhOsT: other\r\nX-Odd:\tä \r\nx-odd:2\r\n\r\n");
        using var connection = await upstream.AcceptAsync();
        Assert.Equal($"GET /a/%2E%2E/b?x=%zz HTTP/1.1\r\nHost: {upstream.Endpoint.Authority}\r\nX-Odd:\tä \r\nx-odd:2\r\n\r\n", await StubUpstream.ReadHeadAsync(connection));
        var request = Assert.Single(server.Requests);
        Assert.Equal(("GET", "/a/%2E%2E/b?x=%zz"), (request.Method, request.Target));
        Assert.Equal([KeyValuePair.Create("hOsT", "other"), KeyValuePair.Create("X-Odd", "ä"), KeyValuePair.Create("x-odd", "2")], request.Headers);
        Assert.True(request.Body.IsEmpty);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 Fine\r\ncontent-length: 2\r\n\r\nok", false)]
    [InlineData("HTTP/1.1 204 No Content\r\n\r\n", false)]
    [InlineData("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", false)]
    [InlineData("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1;a=b\r\nx\r\n0A\r\n0123456789\r\n0\r\ntrailer: 1\r\n\r\n", false)]
    [InlineData("HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 2\r\n\r\nok", true)]
    [InlineData("HTTP/1.1 200 OK\r\n\r\nuntil the end", true)]
    public async Task An_answer_is_passed_on_byte_for_byte_as_it_comes(string answer, bool endsConnection)
    {
        using var upstream = new StubUpstream();
        await using var server = await FaultServer.StartAsync(upstream.Endpoint);
        using var client = await RawClient.ConnectAsync(server.Endpoint);
        await client.SendAsync(RawClient.List);
        var connection = await upstream.AcceptAsync();
        await StubUpstream.ReadHeadAsync(connection);
        await StubUpstream.SendAsync(connection, answer[..^1]);
        var head = answer.LastIndexOf("HTTP/1.1", StringComparison.Ordinal);
        head = answer.IndexOf("\r\n\r\n", head, StringComparison.Ordinal) + 4;
        var early = Math.Min(head, answer.Length - 1) == head ? answer.Length - 1 : 0;
        Assert.Equal(answer[..early], await client.ReadAsync(early)); // Before the last byte is there.
        await StubUpstream.SendAsync(connection, answer[^1..]);
        Assert.Equal(answer[early..], await client.ReadAsync(answer.Length - early));
        if (endsConnection)
        {
            connection.Dispose();
            Assert.True(await client.EndsInOrderAsync());
        }
        else
        {
            await client.SendAsync(RawClient.List);
            await StubUpstream.ReadHeadAsync(connection); // The same connection to the upstream.
            connection.Dispose();
        }
    }

    [Fact]
    public async Task An_answer_that_the_upstream_breaks_off_breaks_off()
    {
        using var upstream = new StubUpstream();
        await using var server = await FaultServer.StartAsync(upstream.Endpoint);
        var answer = RawClient.ReadToEndAsync(server.Endpoint, RawClient.List);
        using (var connection = await upstream.AcceptAsync())
        {
            await StubUpstream.ReadHeadAsync(connection);
            await StubUpstream.SendAsync(connection, "HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf");
        }

        Assert.Equal("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf", Encoding.Latin1.GetString(await answer));
    }

    [Fact]
    public async Task A_client_that_leaves_takes_its_request_to_the_upstream_along()
    {
        using var upstream = new StubUpstream();
        await using var server = await FaultServer.StartAsync(upstream.Endpoint);
        using var client = await RawClient.ConnectAsync(server.Endpoint);
        await client.SendAsync(RawClient.List);
        using var connection = await upstream.AcceptAsync();
        await StubUpstream.ReadHeadAsync(connection);
        client.Dispose();
        Assert.Equal(0, await connection.GetStream().ReadAsync(new byte[1]));
    }

    [Fact]
    public async Task An_upstream_that_cannot_be_reached_is_a_bad_gateway()
    {
        Uri nowhere;
        using (var upstream = new StubUpstream())
        {
            nowhere = upstream.Endpoint;
        }

        await using var server = await FaultServer.StartAsync(nowhere);
        using var http = new HttpClient { BaseAddress = server.Endpoint };
        using var response = await http.GetAsync("x");
        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
    }

    [Fact]
    public async Task A_body_announced_by_expect_is_asked_for()
    {
        await using var bed = await FaultBed.StartAsync();
        using var client = await RawClient.ConnectAsync(bed.Server.Endpoint);
        await client.SendAsync("POST /v1/namespaces/t/sandboxes HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        Assert.Equal("HTTP/1.1 100 Continue\r\n\r\n", await client.ReadAsync(25));
        await client.SendAsync("{}");
        Assert.Equal("HTTP/1.1 200 OK", await client.ReadAsync(15));
        Assert.Equal("{}", Encoding.UTF8.GetString(bed.Server.Requests[0].Body.Span));
    }

    [Theory]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n", "501")]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: two\r\n\r\n", "400")]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", "400")]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9999999999\r\n\r\n", "413")]
    [InlineData("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "505")]
    [InlineData("nonsense\r\n\r\n", "400")]
    [InlineData("GET / HTTP/1.1\r\nnonsense\r\n\r\n", "400")]
    public async Task A_request_that_cannot_be_read_is_refused(string request, string status)
    {
        await using var bed = await FaultBed.StartAsync();
        var answer = Encoding.Latin1.GetString(await RawClient.ReadToEndAsync(bed.Server.Endpoint, request));
        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.Empty(bed.Server.Requests);
    }

    [Fact]
    public async Task Pipelined_requests_are_answered_in_order()
    {
        await using var bed = await FaultBed.StartAsync(request => Fault.Raw(Encoding.ASCII.GetBytes($"<{request.Target}>"), closeAfter: request.Number == 3));
        var answer = await RawClient.ReadToEndAsync(bed.Server.Endpoint, string.Concat(Enumerable.Range(1, 3).Select(i => $"GET /{i} HTTP/1.1\r\n\r\n")));
        Assert.Equal("</1></2></3>", Encoding.Latin1.GetString(answer));
    }
}
