using System.Net;
using System.Text;
using Sandbox.Client.Errors;
using Sandbox.Client.Models;
using Sandbox.Client.Tests.Support;

namespace Sandbox.Client.Tests.Errors;

/// <summary>What a reader of an error sees: what failed, in the server's words, and what can be done.</summary>
public sealed class ErrorMessageTests
{
    private const string NoEndpoint = "It has no such endpoint (GET /v1/namespaces/{namespace}/sandboxes/{id}): either the address is wrong, or the server is older than this operation.";
    private const string Foreign = "No Indexify server answers so, and redirects are never followed: set Endpoint to the server's own address.";
    private const string LookForIt = "Whether it was made is not known: look for it in the list before you make another.";

    [Theory]
    [InlineData(302, "no", $"302: no. {Foreign}")]
    [InlineData(400, "no", "400: no.")]
    [InlineData(401, "no", "401: no. Set ApiKey to a key that it accepts.")]
    [InlineData(403, "no", "403: no. The credentials do not allow this.")]
    [InlineData(404, "no", "404: no.")]
    [InlineData(404, "", $"404. {NoEndpoint}")]
    [InlineData(405, "no", $"405: no. {NoEndpoint}")]
    [InlineData(408, "no", "408: no. It gave up waiting for the request.")]
    [InlineData(409, "no", "409: no.")]
    [InlineData(410, "no", "410: no.")]
    [InlineData(410, "", "410.")]
    [InlineData(429, "no", "429: no. Ask less often.")]
    [InlineData(501, "no", $"501: no. {NoEndpoint}")]
    [InlineData(502, "", "502.")]
    [InlineData(502, "Ends.", "502: Ends.")]
    [InlineData(502, "Ends!", "502: Ends!")]
    [InlineData(502, "Ends?", "502: Ends?")]
    [InlineData(502, "Ends…", "502: Ends…")]
    public async Task A_read_that_is_answered_with_an_error(int status, string body, string message)
    {
        var error = await FailAsync(AnswerHandler.Answer((HttpStatusCode)status, body), client => client.GetAsync("a"));

        Assert.Equal($"sandboxes.get failed: the server answered {message}", error.Message);
    }

    [Theory]
    [InlineData(403, "403: no. The credentials do not allow this.")]
    [InlineData(408, $"408: no. {LookForIt} It gave up waiting for the request.")]
    [InlineData(502, $"502: no. {LookForIt}")]
    public async Task A_creation_that_is_answered_with_an_error_says_what_to_do_where_it_may_have_happened(int status, string message)
    {
        var error = await FailAsync(AnswerHandler.Answer((HttpStatusCode)status, "no"), client => client.CreateAsync(new CreateSandboxRequest()));

        Assert.Equal($"sandboxes.create failed: the server answered {message}", error.Message);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "no", typeof(SandboxNotFoundException))]
    [InlineData(HttpStatusCode.Gone, "no", typeof(SandboxNotFoundException))]
    [InlineData(HttpStatusCode.NotFound, "", typeof(SandboxFeatureNotSupportedException))]
    [InlineData(HttpStatusCode.Gone, "", typeof(SandboxInvalidRequestException))]
    public async Task Something_that_is_not_there_is_told_from_a_place_that_is_not_there_by_the_text(HttpStatusCode status, string body, Type type) =>
        Assert.IsType(type, await FailAsync(AnswerHandler.Answer(status, body), client => client.GetAsync("a")));

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, typeof(SandboxConnectionException), "the host of http://localhost:8900 can't be found. Is the address right?")]
    [InlineData(HttpRequestError.ConnectionError, typeof(SandboxConnectionException), "nothing answers at http://localhost:8900. Is the address right, and is a server there?")]
    [InlineData(HttpRequestError.SecureConnectionError, typeof(SandboxConnectionException), "no secure connection to http://localhost:8900. Is its certificate valid, and does it speak TLS?")]
    [InlineData(HttpRequestError.ProxyTunnelError, typeof(SandboxConnectionException), "the HTTP proxy did not connect to http://localhost:8900.")]
    [InlineData(HttpRequestError.VersionNegotiationError, typeof(SandboxConnectionException), "the server at http://localhost:8900 does not speak HTTP/2: set UseHttp2 to false.")]
    [InlineData(HttpRequestError.InvalidResponse, typeof(SandboxResponseException), $"what answers at http://localhost:8900 does not speak HTTP as it should. {LookForIt}")]
    [InlineData(HttpRequestError.ConfigurationLimitExceeded, typeof(SandboxResponseException), $"what answers at http://localhost:8900 does not speak HTTP as it should. {LookForIt}")]
    [InlineData(HttpRequestError.ResponseEnded, typeof(SandboxConnectionException), $"the connection to http://localhost:8900 broke before an answer came. {LookForIt}")]
    public async Task A_creation_without_an_answer(HttpRequestError reason, Type type, string message)
    {
        var error = await FailAsync(AnswerHandler.Failure(new HttpRequestException(reason)), client => client.CreateAsync(new CreateSandboxRequest()));

        Assert.IsType(type, error);
        Assert.Equal($"sandboxes.create failed: {message}", error.Message);
        Assert.Equal(message.EndsWith(LookForIt, StringComparison.Ordinal) ? OperationOutcome.Unknown : OperationOutcome.Definite, error.Outcome);
        Assert.Equal(reason != HttpRequestError.VersionNegotiationError, error.IsTransient);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(2)]
    public async Task An_error_of_HTTP_2_is_no_proof_that_it_never_left(long code)
    {
        // 7 is a refused stream (RFC 9113, section 8.7), but also what a whole connection may end with after it has begun.
        var broken = new HttpRequestException(HttpRequestError.HttpProtocolError, inner: new HttpProtocolException(code, "reset", innerException: null));

        var error = await FailAsync(AnswerHandler.Failure(broken), client => client.CreateAsync(new CreateSandboxRequest()));

        Assert.Equal((OperationOutcome.Unknown, $"sandboxes.create failed: the connection to http://localhost:8900 broke before an answer came. {LookForIt}"), (error.Outcome, error.Message));
    }

    [Fact]
    public async Task A_connection_that_takes_too_long()
    {
        var error = await FailAsync(AnswerHandler.Failure(new TaskCanceledException("no", new TimeoutException())), client => client.GetAsync("a"));

        Assert.Equal(
            "sandboxes.get failed: no connection to http://localhost:8900 within 10 s (ConnectTimeout). Is the address right, and is a server there?",
            Assert.IsType<SandboxConnectTimeoutException>(error).Message);
        Assert.True(error.IsTransient);
    }

    [Fact]
    public async Task What_a_lost_answer_means_depends_on_the_operation()
    {
        var lost = AnswerHandler.Failure(new IOException("broken"));

        var read = await FailAsync(lost, client => client.GetAsync("a"));
        var deletion = await FailAsync(lost, client => client.DeleteAsync("a"));

        Assert.EndsWith(" broke before an answer came. Nothing was changed.", read.Message, StringComparison.Ordinal);
        Assert.EndsWith(" broke before an answer came. Whether the server did it is not known; doing it again does no harm.", deletion.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/html", null, " It is of the type text/html: is the address that of an Indexify server?")]
    [InlineData("text/html", "gzip", " It is in a content encoding that was not asked for.")]
    [InlineData("application/json", null, "")]
    [InlineData(null, null, "")]
    public async Task An_answer_that_breaks_names_what_is_strange_about_it(string? type, string? encoding, string hint)
    {
        var error = await FailAsync(
            () =>
            {
                var answer = new HttpResponseMessage { Content = new StreamContent(new ChunkStream(Break())) };
                answer.Content.Headers.TryAddWithoutValidation("Content-Type", type);
                answer.Content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
                return answer;
            },
            client => client.GetAsync("a"));

        Assert.Equal($"sandboxes.get failed: the server answered 200, but the answer can't be read: the connection broke within it.{hint}", error.Message);
        Assert.True(error.IsTransient);

        static IEnumerable<byte[]> Break()
        {
            yield return Encoding.UTF8.GetBytes("{");
            throw new IOException("broken");
        }
    }

    [Theory]
    [InlineData("text/html", "the type text/html")]
    [InlineData("Text/HTML", "the type text/html")]
    [InlineData("text/plain", "the type text/plain")]
    [InlineData("text/xml", "the type text/xml")]
    [InlineData("application/xml", "the type application/xml")]
    [InlineData("application/octet-stream", "the type application/octet-stream")]
    [InlineData("text/x-own", "another type than JSON")]
    public async Task What_stands_at_a_wrong_address_is_named_when_its_name_is_no_secret(string type, string named)
    {
        var error = await FailAsync(
            () =>
            {
                var answer = AnswerHandler.Answer(HttpStatusCode.OK, "no")();
                answer.Content.Headers.ContentType = new(type);
                return answer;
            },
            client => client.GetAsync("a"));

        Assert.EndsWith($" It is of {named}: is the address that of an Indexify server?", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_that_gives_up()
    {
        var error = await FailAsync(AnswerHandler.Failure(new TaskCanceledException()), client => client.CreateAsync(new CreateSandboxRequest()));

        Assert.Equal($"sandboxes.create failed: a handler on the way gave it up. {LookForIt}", error.Message);
        Assert.True(error.IsTransient);
    }

    [Fact]
    public async Task A_handler_that_fails_in_a_way_of_its_own()
    {
        var error = await FailAsync(AnswerHandler.Failure(new NotSupportedException()), client => client.CreateAsync(new CreateSandboxRequest()));

        Assert.Equal($"sandboxes.create failed with a NotSupportedException of something on the way, see the inner exception. {LookForIt}", error.Message);
    }

    [Fact]
    public async Task What_the_framework_says_of_an_answer_is_kept_unless_it_quotes_it()
    {
        var limit = new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded, "too much");
        var kept = await FailAsync(AnswerHandler.Failure(limit), client => client.GetAsync("a"));
        var left = await FailAsync(AnswerHandler.Failure(new HttpRequestException(HttpRequestError.InvalidResponse, "set-cookie")), client => client.GetAsync("a"));

        Assert.Same(limit, kept.InnerException);
        Assert.Equal("The answer is not HTTP as it should be. What is wrong with it is left out here, because it may hold a header's value.", left.InnerException!.Message);
    }

    private static async Task<SandboxException> FailAsync(Func<HttpResponseMessage> answer, Func<SandboxClient, Task> call)
    {
        using var client = new SandboxClient(new AnswerHandler(answer), new SandboxClientOptions { Retry = { MaxRetries = 0 } });
        return await Assert.ThrowsAnyAsync<SandboxException>(() => call(client));
    }
}
