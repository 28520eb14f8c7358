using Sandbox.Client.Errors;
using Sandbox.Client.Models;
using Sandbox.Client.Tests.Support;

namespace Sandbox.Client.Tests.Errors;

/// <summary>A 200 that can't be read is no success.</summary>
public sealed class UnreadableAnswerTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("null", "must be a JSON object")]
    [InlineData("[]", "must be a JSON object")]
    [InlineData("{}", "no `id`")]
    [InlineData("""{"id":"a","namespace":"n"}""", "no `image`")]
    [InlineData("""{"id":1,"namespace":"n","image":"i"}""", "`id` must be a string")]
    [InlineData("""{"id":"a","namespace":"n","image":"i","timeout_secs":-1}""", "`timeout_secs`")]
    [InlineData("""{"id":"a","namespace":"n","image":"i","timeout_secs":18446744073709551616}""", "`timeout_secs`")]
    [InlineData("""{"id":"a","namespace":"n","image":"i","exposed_ports":[70000]}""", "`exposed_ports`")]
    [InlineData("""{"id":"a","namespace":"n","image":"i","exposed_ports":{}}""", "`exposed_ports`")]
    [InlineData("""{"id":"a","namespace":"n","image":"i","unauthenticated_routes":"/x"}""", "`unauthenticated_routes`")]
    [InlineData("""{"id":"a","namespace":"n","image":"i","allow_unauthenticated_access":"true"}""", "`allow_unauthenticated_access`")]
    [InlineData("""{"id":"\ud800","namespace":"n","image":"i"}""", "`id` is not valid")]
    [InlineData("""{"id":"","namespace":"n","image":"i"}""", "`id` can't be an id")]
    [InlineData("""{"id":"..","namespace":"n","image":"i"}""", "`id` can't be an id")]
    [InlineData("""{"id":"a/b","namespace":"n","image":"i"}""", "`id` can't be an id")]
    [InlineData("""{"id":"a","namespace":"n","image":"i"} x""", "")]
    [InlineData("""{"id":"a",""", "")]
    [InlineData("<html><title>Sign in</title></html>", "")]
    public async Task Json_of_another_kind_is_a_typed_error_that_names_the_member(string body, string problem)
    {
        await using var server = RawServer.Start(RawServer.Answer(200, body));
        using var client = server.CreateClient();

        var error = await Assert.ThrowsAsync<SandboxResponseException>(() => client.GetAsync("a"));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Equal(OperationOutcome.Unknown, error.Outcome);
        Assert.False(error.IsTransient);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("../../../healthz")]
    public async Task What_was_made_is_not_known_when_its_id_can_not_be_asked_for(string id)
    {
        await using var server = RawServer.Start(RawServer.Answer(200, $$"""{"sandbox_id":"{{id}}","pool_id":"{{id}}","snapshot_id":"{{id}}","namespace":"default","status":"pending"}"""));
        using var client = server.CreateClient();
        Func<Task>[] calls =
        [
            () => client.CreateAsync(new CreateSandboxRequest()),
            () => client.CreateAndWaitAsync(new CreateSandboxRequest()),
            () => client.Pools.CreateAsync(new CreateSandboxPoolRequest { Image = "i" }),
            () => client.Pools.CreateSandboxAsync("a"),
            () => client.Snapshots.CreateAsync("a"),
        ];
        foreach (var call in calls)
        {
            Assert.Equal(OperationOutcome.Unknown, (await Assert.ThrowsAsync<SandboxResponseException>(call)).Outcome);
        }

        Assert.Equal(calls.Length, server.Requests.Count);
    }

    [Theory]
    [InlineData("nobody knows the key s3cr3t-key")]
    [InlineData("truth: s3cr3t-key")]
    [InlineData("{\"sandboxes\":[fine, s3cr3t-key")]
    public async Task What_is_no_json_is_not_quoted(string start)
    {
        var body = start + new string('x', 100_000);
        await using var server = RawServer.Start(RawServer.Answer(200, body));
        using var client = server.CreateClient(options => options.ApiKey = "s3cr3t-key");

        foreach (var call in new Func<Task>[] { () => client.GetAsync("a"), () => client.DeleteAsync("a"), async () => await client.ListAsync().ToListAsync() })
        {
            var error = await Assert.ThrowsAsync<SandboxResponseException>(call);

            Assert.Contains("no JSON, or not whole: line 1, byte ", error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("s3cr3t", error.ToString(), StringComparison.Ordinal);
            Assert.InRange(error.ToString().Length, 1, 10_000);
        }
    }

    [Fact]
    public async Task A_web_page_is_named_as_such()
    {
        await using var server = RawServer.Start(RawServer.Answer(200, "<html>", "text/html"));
        using var client = server.CreateClient();

        var error = await Assert.ThrowsAsync<SandboxResponseException>(() => client.GetAsync("a"));

        Assert.Contains("text/html: is the address that of an Indexify server?", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html><title>Sign in</title></html>")]
    [InlineData("{\"id\":")]
    [InlineData("ok")]
    public async Task A_deletion_that_is_answered_with_something_else_than_json_is_not_known_to_be_done(string body)
    {
        await using var server = RawServer.Start(RawServer.Answer(200, body, "text/html"));
        using var client = server.CreateClient();

        var error = await Assert.ThrowsAsync<SandboxResponseException>(() => client.DeleteAsync("a"));

        Assert.Equal(OperationOutcome.Unknown, error.Outcome);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"deleted":true}""")]
    public async Task A_deletion_may_be_answered_with_nothing_or_json(string body)
    {
        await using var server = RawServer.Start(RawServer.Answer(200, body));
        using var client = server.CreateClient();

        await client.DeleteAsync("a");

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_body_that_ends_before_its_length_is_an_error()
    {
        await using var server = RawServer.Start(async exchange =>
        {
            await exchange.SendAsync($"HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\n{Wire.Sandbox()}");
            exchange.Close();
        });
        using var client = server.CreateClient();

        var error = await Assert.ThrowsAsync<SandboxResponseException>(() => client.GetAsync("a"));

        Assert.True(error.IsTransient);
        Assert.Equal(OperationOutcome.Unknown, error.Outcome);
    }

    [Fact]
    public async Task A_handler_that_hands_over_too_few_bytes_is_noticed()
    {
        using var client = new SandboxClient(new ShortAnswerHandler(), new SandboxClientOptions { Retry = { MaxRetries = 0 } });

        var error = await Assert.ThrowsAsync<SandboxResponseException>(() => client.GetAsync("a"));

        Assert.Contains("it ended after", error.Message, StringComparison.Ordinal);
        Assert.True(error.IsTransient);
    }

    [Theory]
    [InlineData(400, OperationOutcome.Definite)]
    [InlineData(409, OperationOutcome.Definite)]
    [InlineData(408, OperationOutcome.Unknown)]
    [InlineData(500, OperationOutcome.Unknown)]
    [InlineData(200, OperationOutcome.Unknown)]
    public async Task A_refusal_settles_the_matter_although_its_words_are_lost(int status, OperationOutcome outcome)
    {
        await using var server = RawServer.Start(async exchange =>
        {
            await exchange.SendAsync($"HTTP/1.1 {status} X\r\ncontent-length: 5000\r\n\r\nno such im");
            exchange.Close();
        });
        using var client = server.CreateClient();

        var error = await Assert.ThrowsAsync<SandboxResponseException>(() => client.CreateAsync(new CreateSandboxRequest()));

        Assert.Equal(outcome, error.Outcome);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_the_limit_is_refused_whether_or_not_its_length_is_announced(bool isAnnounced)
    {
        var body = Wire.Sandbox(id: new string('x', 5000));
        await using var server = RawServer.Start(async exchange =>
        {
            await exchange.SendAsync(isAnnounced ? RawServer.Answer(200, body) : $"HTTP/1.1 200 OK\r\n\r\n{body}");
            exchange.Close();
        });
        using var client = server.CreateClient(options => options.MaxResponseBytes = 4096);

        var error = await Assert.ThrowsAsync<SandboxResponseException>(() => client.GetAsync("a"));

        Assert.Contains("larger than the limit of 4096 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_of_exactly_the_limit_is_read()
    {
        var body = Wire.Sandbox();
        await using var server = RawServer.Start(RawServer.Answer(200, body));
        using var client = server.CreateClient(options => options.MaxResponseBytes = body.Length);

        Assert.Equal("sandbox-1", (await client.GetAsync("a")).Id);
    }

    [Fact]
    public async Task A_content_encoding_that_was_not_asked_for_is_named()
    {
        await using var server = RawServer.Start(RawServer.Answer(200, "\u001f\u008b", headers: "content-encoding: gzip\r\n"));
        using var client = server.CreateClient();

        var error = await Assert.ThrowsAsync<SandboxResponseException>(() => client.GetAsync("a"));

        Assert.Contains("content encoding that was not asked for", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_success_with_bytes_that_are_no_text_is_not_the_servers_word()
    {
        await using var server = RawServer.Start(async exchange =>
        {
            await exchange.SendAsync((byte[])[.. "HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\n\""u8, 0xC3, 0x28, (byte)'"']);
        });
        using var client = server.CreateClient();

        var error = await Assert.ThrowsAsync<SandboxResponseException>(() => client.DeleteAsync("a"));

        Assert.Equal(OperationOutcome.Unknown, error.Outcome);
    }

    [Fact]
    public async Task A_byte_order_mark_and_deep_unknown_members_are_no_obstacle()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 500)) + string.Concat(Enumerable.Repeat("]", 500));
        await using var server = RawServer.Start(RawServer.Answer(200, "\uFEFF" + Wire.Sandbox().Replace("\"image\"", $"\"unheard\":{deep},\"image\"", StringComparison.Ordinal)));
        using var client = server.CreateClient();

        Assert.Equal("sandbox-1", (await client.GetAsync("a")).Id);
    }

    private sealed class ShortAnswerHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(Wire.Sandbox()));
            content.Headers.ContentLength = 5000;
            return Task.FromResult(new HttpResponseMessage { Content = content });
        }
    }
}
