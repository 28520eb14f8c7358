using System.Net;
using Microsoft.Extensions.Time.Testing;
using Sandbox.Client.Errors;
using Sandbox.Client.Models;
using Sandbox.Client.Tests.Support;

namespace Sandbox.Client.Tests.Errors;

/// <summary>Each answer that is no success becomes one typed error with a readable text.</summary>
public sealed class ErrorMappingTests
{
    private const string Page = "<!DOCTYPE html><html><head><title>502 Bad &amp; Gateway</title></head><body><h1>oh</h1></body></html>";

    [Theory]
    [InlineData(400, typeof(SandboxInvalidRequestException), OperationOutcome.Definite, false)]
    [InlineData(401, typeof(SandboxUnauthenticatedException), OperationOutcome.Definite, false)]
    [InlineData(403, typeof(SandboxPermissionDeniedException), OperationOutcome.Definite, false)]
    [InlineData(404, typeof(SandboxNotFoundException), OperationOutcome.Definite, false)]
    [InlineData(405, typeof(SandboxFeatureNotSupportedException), OperationOutcome.Definite, false)]
    [InlineData(408, typeof(SandboxRequestTimeoutException), OperationOutcome.Unknown, true)]
    [InlineData(409, typeof(SandboxConflictException), OperationOutcome.Definite, false)]
    [InlineData(413, typeof(SandboxInvalidRequestException), OperationOutcome.Definite, false)]
    [InlineData(415, typeof(SandboxInvalidRequestException), OperationOutcome.Definite, false)]
    [InlineData(418, typeof(SandboxInvalidRequestException), OperationOutcome.Definite, false)]
    [InlineData(422, typeof(SandboxInvalidRequestException), OperationOutcome.Definite, false)]
    [InlineData(429, typeof(SandboxRateLimitedException), OperationOutcome.Definite, true)]
    [InlineData(500, typeof(SandboxServerException), OperationOutcome.Unknown, true)]
    [InlineData(501, typeof(SandboxFeatureNotSupportedException), OperationOutcome.Unknown, false)]
    [InlineData(502, typeof(SandboxServerException), OperationOutcome.Unknown, true)]
    [InlineData(503, typeof(SandboxServerException), OperationOutcome.Unknown, true)]
    [InlineData(504, typeof(SandboxServerException), OperationOutcome.Unknown, true)]
    [InlineData(507, typeof(SandboxServerException), OperationOutcome.Unknown, false)]
    [InlineData(302, typeof(SandboxResponseException), OperationOutcome.Unknown, false)]
    [InlineData(304, typeof(SandboxResponseException), OperationOutcome.Unknown, false)]
    public async Task A_status_has_its_type(int status, Type type, OperationOutcome outcome, bool isTransient)
    {
        var error = await FailAsync(RawServer.Answer(status, status == 304 ? "" : "why not", "text/plain; charset=utf-8"));

        Assert.IsType(type, error);
        Assert.Equal((HttpStatusCode)status, error.StatusCode);
        Assert.Equal(status == 304 ? null : "why not", error.ServerMessage);
        Assert.Equal(outcome, error.Outcome);
        Assert.Equal(isTransient, error.IsTransient);
        Assert.Equal("sandboxes.get", error.Operation);
    }

    [Theory]
    [InlineData("", null, null)]
    [InlineData("Sandbox not found", "text/plain; charset=utf-8", "Sandbox not found")]
    [InlineData("  two\r\n\tlines\u0007\u001b[31m ", "text/plain", "two lines [31m")]
    [InlineData("right\u202Eto\u200Bleft", "text/plain", "righttoleft")]
    [InlineData("""{"code":"X","message":"no room"}""", "application/json", "no room")]
    [InlineData("""{"error":{"message":"deep"}}""", "application/json", "deep")]
    [InlineData("""{"error":"flat"}""", "application/problem+json", "flat")]
    [InlineData("""{"title":"Bad","detail":"Really bad"}""", "application/problem+json", "Really bad")]
    [InlineData("""{"unheard":1}""", "application/json", """{"unheard":1}""")]
    [InlineData("""{"message":""", "application/json", """{"message":""")]
    [InlineData("""{"message":"\ud800"}""", "application/json", """{"message":"\ud800"}""")]
    [InlineData("""{"\ud800":1}""", "application/json", """{"\ud800":1}""")]
    [InlineData("""{"m\ud800ssage":1,"message":"no room"}""", "application/json", "no room")]
    [InlineData(Page, "text/html", "a web page titled \"502 Bad & Gateway\"")]
    [InlineData("<p>no title", "text/html", "a web page")]
    public async Task A_body_becomes_one_readable_line(string body, string? type, string? text)
    {
        var error = await FailAsync(RawServer.Answer(500, body, type));

        Assert.Equal(text, error.ServerMessage);
        Assert.Contains($"sandboxes.get failed: the server answered 500{(text is null ? "." : $": {text}")}", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(error.Message, char.IsControl);
    }

    [Fact]
    public async Task A_huge_body_is_read_to_its_limit_and_shown_in_part()
    {
        var error = await FailAsync(RawServer.Answer(500, new string('x', 1024 * 1024), "text/plain"));

        Assert.InRange(error.ServerMessage!.Length, 900, 1000);
        Assert.EndsWith("…", error.ServerMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_no_text_is_readable_all_the_same()
    {
        await using var server = RawServer.Start(exchange => exchange.SendAsync([.. "HTTP/1.1 500 X\r\ncontent-length: 4\r\n\r\n"u8, 0xFF, 0xFE, 0x00, (byte)'a']));
        using var client = server.CreateClient();

        var error = await Assert.ThrowsAsync<SandboxServerException>(() => client.GetAsync("a"));

        Assert.Equal("\uFFFD\uFFFD a", error.ServerMessage);
    }

    [Fact]
    public async Task An_empty_404_is_no_such_endpoint_and_find_does_not_hide_it()
    {
        await using var server = RawServer.Start(RawServer.Answer(404, "", type: null));
        using var client = server.CreateClient();

        var error = await Assert.ThrowsAsync<SandboxFeatureNotSupportedException>(() => client.FindAsync("a"));
        await Assert.ThrowsAsync<SandboxFeatureNotSupportedException>(() => client.Lookup.FindGlobalAsync("a"));

        Assert.Contains("GET /v1/namespaces/{namespace}/sandboxes/{id}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_web_page_at_a_wrong_address_is_not_taken_for_no_such_sandbox()
    {
        await using var server = RawServer.Start(RawServer.Answer(404, Page, "text/html"));
        using var client = server.CreateClient();

        await Assert.ThrowsAsync<SandboxNotFoundException>(() => client.Lookup.FindGlobalAsync("a"));
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", 0)]
    [InlineData("Thu, 05 Mar 2026 10:01:00 GMT", 60)]
    [InlineData("Thu, 05 Mar 2026 09:00:00 GMT", 0)]
    [InlineData("soon", null)]
    [InlineData("-5", null)]
    [InlineData("99999999999999999999", int.MaxValue)]
    public async Task Retry_after_is_read_against_the_clients_clock(string header, int? seconds)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 5, 10, 0, 0, TimeSpan.Zero));
        await using var server = RawServer.Start(RawServer.Answer(429, "slow down", "text/plain", $"retry-after: {header}\r\n"));
        using var client = server.CreateClient(options => options.TimeProvider = time);

        var error = await Assert.ThrowsAsync<SandboxRateLimitedException>(() => client.GetAsync("a"));

        Assert.Equal(seconds is null ? null : TimeSpan.FromSeconds(seconds.Value), error.RetryAfter);
    }

    [Fact]
    public async Task A_server_that_repeats_the_key_does_not_get_it_into_an_error()
    {
        await using var server = RawServer.Start(RawServer.Answer(401, "Bearer s3cr3t-key is not known", "text/plain"));
        using var client = server.CreateClient(options => options.ApiKey = "s3cr3t-key");

        var error = await Assert.ThrowsAsync<SandboxUnauthenticatedException>(() => client.GetAsync("a"));

        Assert.Equal("Bearer *** is not known", error.ServerMessage);
        Assert.DoesNotContain("s3cr3t", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not s3cr\u200B3t-key", "not ***")]
    [InlineData("{\"message\":\"not s3cr3t\\u00AD-key\"}", "not ***")]
    public async Task A_key_with_invisible_characters_within_is_found_all_the_same(string body, string message)
    {
        await using var server = RawServer.Start(RawServer.Answer(401, body, "text/plain"));
        using var client = server.CreateClient(options => options.ApiKey = "s3cr3t-key");

        var error = await Assert.ThrowsAsync<SandboxUnauthenticatedException>(() => client.GetAsync("a"));

        Assert.Equal(message, error.ServerMessage);
    }

    [Fact]
    public async Task A_key_at_the_end_of_what_is_shown_is_not_shown_in_part()
    {
        await using var server = RawServer.Start(RawServer.Answer(401, new string('x', 995) + "s3cr3t-key", "text/plain"));
        using var client = server.CreateClient(options => options.ApiKey = "s3cr3t-key");

        var error = await Assert.ThrowsAsync<SandboxUnauthenticatedException>(() => client.GetAsync("a"));

        Assert.Equal(new string('x', 995) + "***", error.ServerMessage);
    }

    [Fact]
    public async Task A_degraded_server_is_an_answer()
    {
        await using var server = RawServer.Start(RawServer.Answer(503, "", type: null));
        using var client = server.CreateClient();

        var health = await client.GetHealthAsync();

        Assert.Equal(HealthState.Degraded, health.Status);
        Assert.False(health.IsHealthy);
    }

    private static async Task<SandboxException> FailAsync(string answer)
    {
        await using var server = RawServer.Start(answer);
        using var client = server.CreateClient();
        return await Assert.ThrowsAnyAsync<SandboxException>(() => client.GetAsync("a"));
    }
}
