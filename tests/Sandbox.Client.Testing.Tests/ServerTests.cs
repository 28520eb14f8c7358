using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sandbox.Client.Testing.Tests;

public sealed class ServerTests
{
    [Fact]
    public async Task It_listens_on_a_loopback_port_of_its_own_and_frees_it()
    {
        var first = await SandboxEmulator.StartAsync();
        await using var second = await SandboxEmulator.StartAsync();
        Assert.Equal("127.0.0.1", first.Endpoint.Host);
        Assert.NotEqual(first.Endpoint.Port, second.Endpoint.Port);

        // An idle connection is open when it stops.
        using var http = new HttpClient();
        Assert.Equal("""{"sandboxes":[]}""", await http.GetStringAsync(new Uri(first.Endpoint, "v1/namespaces/a/sandboxes")));
        await first.DisposeAsync();

        using var listener = new TcpListener(IPAddress.Loopback, first.Endpoint.Port);
        listener.Start();
        Assert.Equal("""{"namespaces":[]}""", await http.GetStringAsync(new Uri(second.Endpoint, "namespaces")));
    }

    [Fact]
    public async Task Disposing_twice_is_harmless()
    {
        var emulator = await SandboxEmulator.StartAsync();
        await emulator.DisposeAsync();
        await emulator.DisposeAsync();
        using var http = new HttpClient();
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(emulator.Endpoint));
    }

    [Fact]
    public async Task A_cancelled_start_throws()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SandboxEmulator.StartAsync(options: null, new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData("/v1/namespaces/a/sandboxes/%00", "404 Not Found", "Sandbox not found")]
    [InlineData("/v1/namespaces/a/sandboxes/..", "404 Not Found", "Sandbox not found")]
    [InlineData("/v1/namespaces/a/sandboxes/%ff", "400 Bad Request", "Invalid UTF-8 in `sandbox_id`")]
    [InlineData("/v1/namespaces/a/b/../sandboxes", "404 Not Found", "")]
    [InlineData("/v1/namespaces/a/sandboxes/", "404 Not Found", "")]
    [InlineData("//v1/namespaces/a/sandboxes", "404 Not Found", "")]
    [InlineData("/v1/namespaces//sandboxes", "200 OK", """{"sandboxes":[]}""")]
    [InlineData("/v1/namespaces/../sandboxes?x=%00", "200 OK", """{"sandboxes":[]}""")]
    [InlineData("http://other.test/v1/namespaces/a/sandboxes", "200 OK", """{"sandboxes":[]}""")]
    public async Task Targets_are_taken_as_they_come(string target, string status, string body)
    {
        await using var emulator = await SandboxEmulator.StartAsync();
        var answer = await SendRawAsync(emulator, $"GET {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        Assert.StartsWith($"HTTP/1.1 {status}\r\n", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n" + body, answer, StringComparison.Ordinal);
        Assert.Contains("access-control-allow-origin: *", answer, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Names_with_a_null_character_are_names_like_any_other()
    {
        await using var emulator = await SandboxEmulator.StartAsync();
        await SendRawAsync(emulator, "GET /v1/namespaces/a%00b/sandboxes HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        using var http = new HttpClient { BaseAddress = emulator.Endpoint };
        Assert.Contains("\"name\":\"a\\u0000b\"", await http.GetStringAsync("namespaces"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_is_never_changed_on_its_way()
    {
        await using var emulator = await SandboxEmulator.StartAsync();
        using var http = new HttpClient { BaseAddress = emulator.Endpoint };
        using var body = new StringContent("""{"name":"GET /%00 HTTP/1.1"}""", Encoding.UTF8, "application/json");
        using var created = await http.PostAsync("namespaces", body);
        Assert.Equal(HttpStatusCode.OK, created.StatusCode);
        Assert.Contains("\"name\":\"GET /%00 HTTP/1.1\"", await http.GetStringAsync("namespaces"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_ordered_by_the_octets_of_namespace_and_id_and_leaks_names_with_a_bar()
    {
        await using var emulator = await SandboxEmulator.StartAsync();
        using var http = new HttpClient { BaseAddress = emulator.Endpoint };
        foreach (var ns in new[] { "a", "a%7Cz", "ab", "a" })
        {
            using var body = new StringContent("{}", Encoding.UTF8, "application/json");
            using var created = await http.PostAsync($"v1/namespaces/{ns}/sandboxes", body);
            created.EnsureSuccessStatusCode();
        }

        var listed = System.Text.Json.JsonDocument.Parse(await http.GetStringAsync("v1/namespaces/a/sandboxes")).RootElement.GetProperty("sandboxes");
        var keys = listed.EnumerateArray().Select(s => $"{s.GetProperty("namespace")}|{s.GetProperty("id")}").ToList();
        Assert.Equal(3, keys.Count);
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        Assert.Single(keys, k => k.StartsWith("a|z|", StringComparison.Ordinal));
    }

    private static async Task<string> SendRawAsync(SandboxEmulator emulator, string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, emulator.Endpoint.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
