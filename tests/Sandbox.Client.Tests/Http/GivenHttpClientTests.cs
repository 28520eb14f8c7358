using System.Net;
using Sandbox.Client.Errors;
using Sandbox.Client.Models;
using Sandbox.Client.Tests.Support;

namespace Sandbox.Client.Tests.Http;

/// <summary>A client over an HttpClient of the caller's behaves as one with connections of its own.</summary>
public sealed class GivenHttpClientTests
{
    [Fact]
    public async Task Attempts_are_repeated()
    {
        var handler = new AnswerHandler(
            AnswerHandler.Answer(HttpStatusCode.ServiceUnavailable), AnswerHandler.Failure(new HttpRequestException(HttpRequestError.ConnectionError)), AnswerHandler.Answer(HttpStatusCode.OK, Wire.Sandbox("a")));
        using var httpClient = new HttpClient(handler);
        using var client = new SandboxClient(httpClient, new SandboxClientOptions { TimeProvider = new VirtualTime() });

        Assert.Equal("a", (await client.GetAsync("a")).Id);
        Assert.Equal(3, handler.Requests);
    }

    [Fact]
    public async Task A_creation_that_never_left_is_sent_again_with_its_body_and_headers()
    {
        var requests = 0;
        await using var server = RawServer.Start(RawServer.Answer(200, """{"sandbox_id":"a","status":"pending"}"""));
        using var handler = new HookHandler((_, send) => requests++ == 0 ? throw new HttpRequestException(HttpRequestError.ConnectionError) : send());
        using var httpClient = new HttpClient(handler);
        using var client = new SandboxClient(httpClient, new SandboxClientOptions { Endpoint = server.Endpoint, ApiKey = "k", TimeProvider = new VirtualTime() });

        await client.CreateAsync(new CreateSandboxRequest { Image = "i" });

        var request = Assert.Single(server.Requests);
        Assert.Contains("Authorization: Bearer k\r\n", request, StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/json\r\n", request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeated_attempt_is_the_same_request()
    {
        var isFirst = true;
        await using var server = RawServer.Start(exchange =>
        {
            var answer = isFirst ? RawServer.Answer(503, "busy", "text/plain") : RawServer.Answer(200, "{}");
            isFirst = false;
            return exchange.SendAsync(answer);
        });
        using var httpClient = new HttpClient { DefaultRequestHeaders = { { "X-Own", "yes" } } };
        using var client = new SandboxClient(httpClient, new SandboxClientOptions { Endpoint = server.Endpoint, ApiKey = "k", TimeProvider = new VirtualTime() });

        await Record.ExceptionAsync(() => client.Pools.UpdateAsync("a", UpdateSandboxPoolRequest.From(new CreateSandboxPoolRequest { Image = "i" })));

        Assert.Equal(2, server.Requests.Count);
        Assert.Equal(server.Requests[0], server.Requests[1]);
        Assert.Contains("Authorization: Bearer k\r\n", server.Requests[1], StringComparison.Ordinal);
        Assert.Contains("X-Own: yes\r\n", server.Requests[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_own_time_out_is_no_proof_that_a_creation_never_left()
    {
        var handler = new GateHandler(_ => "");
        using var httpClient = new HttpClient(handler) { Timeout = TimeSpan.FromMilliseconds(1) };
        using var client = new SandboxClient(httpClient, new SandboxClientOptions { TimeProvider = new VirtualTime() });

        var error = await Assert.ThrowsAsync<SandboxAttemptTimeoutException>(() => client.CreateAsync(new CreateSandboxRequest()));

        Assert.Equal((OperationOutcome.Unknown, 1, 1, true), (error.Outcome, error.Attempts, handler.Requests, error.IsTransient));
        Assert.Equal(
            "sandboxes.create failed: one attempt took longer than the Timeout of the HttpClient. Whether it was made is not known: look for it in the list before you make another.",
            error.Message);
    }
}
