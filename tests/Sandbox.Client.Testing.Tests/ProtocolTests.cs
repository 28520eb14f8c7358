using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Sandbox.Client.Testing.Tests;

public sealed class ProtocolTests
{
    private const string Preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    private const string EmptySettings = "\0\0\0\u0004\0\0\0\0\0";

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task One_port_speaks_both_versions(string version)
    {
        await using var emulator = await SandboxEmulator.StartAsync();
        using var http = ClientOf(emulator, version);
        using var health = await http.GetAsync("healthz");
        Assert.Equal(Version.Parse(version), health.Version);
        Assert.Contains("\"status\":\"ok\"", await health.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var refused = await http.PatchAsync("v1/namespaces/a/sandboxes", content: null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, refused.StatusCode);
        Assert.Equal(["POST", "GET", "HEAD"], refused.Content.Headers.Allow);
    }

    [Fact]
    public async Task Many_requests_share_one_http2_connection()
    {
        await using var emulator = await SandboxEmulator.StartAsync();
        var connections = 0;
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellationToken) =>
            {
                Interlocked.Increment(ref connections);
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        using var http = ClientOf(emulator, "2.0", handler);

        var ids = await Task.WhenAll(Enumerable.Range(0, 100).Select(async _ =>
        {
            using var body = new StringContent("{}", Encoding.UTF8, "application/json");
            using var created = await http.PostAsync("v1/namespaces/a/sandboxes", body);
            Assert.Equal(HttpStatusCode.OK, created.StatusCode);
            return JsonDocument.Parse(await created.Content.ReadAsStringAsync()).RootElement.GetProperty("sandbox_id").GetString();
        }));

        Assert.Equal(100, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(1, connections);
    }

    [Fact]
    public async Task The_server_announces_its_limits_as_the_real_one_does()
    {
        await using var emulator = await SandboxEmulator.StartAsync();
        var settings = await FirstFrameAsync(emulator, Preface + EmptySettings);
        Assert.Equal(200u, settings[3]); // SETTINGS_MAX_CONCURRENT_STREAMS
        Assert.Equal(1024u * 1024, settings[4]); // SETTINGS_INITIAL_WINDOW_SIZE
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(23)]
    public async Task A_preface_that_comes_in_two_pieces_is_still_http2(int cut)
    {
        await using var emulator = await SandboxEmulator.StartAsync();
        Assert.NotEmpty(await FirstFrameAsync(emulator, Preface[..cut], Preface[cut..] + EmptySettings));
    }

    [Theory]
    [InlineData("P", "OST /v1/namespaces/a/sandboxes/x/snapshot HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")]
    [InlineData("PR", "OPFIND /v1/namespaces/a/sandboxes HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /v1/namespaces/a/sandboxes/%0", "0 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")]
    public async Task A_request_that_begins_like_the_preface_or_comes_in_two_pieces_is_http1(params string[] pieces)
    {
        await using var emulator = await SandboxEmulator.StartAsync();
        using var socket = await SendAsync(emulator, pieces);
        using var reader = new StreamReader(socket.GetStream(), Encoding.UTF8);
        Assert.Matches("^HTTP/1.1 40[45] ", await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task A_connection_that_says_nothing_is_closed_when_the_emulator_stops()
    {
        var emulator = await SandboxEmulator.StartAsync();
        using var silent = await SendAsync(emulator);
        using var other = ClientOf(emulator, "1.1");
        await other.GetStringAsync("healthz"); // Once this is answered, the connection before it is accepted too.
        await emulator.DisposeAsync();
        Assert.Equal(0, await silent.GetStream().ReadAsync(new byte[1]));
    }

    private static HttpClient ClientOf(SandboxEmulator emulator, string version, HttpMessageHandler? handler = null) =>
        new(handler ?? new SocketsHttpHandler())
        {
            BaseAddress = emulator.Endpoint,
            DefaultRequestVersion = Version.Parse(version),
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

    /// <summary>Sends the pieces with a round trip of another connection between them, so that the server reads them one by one.</summary>
    private static async Task<TcpClient> SendAsync(SandboxEmulator emulator, params string[] pieces)
    {
        var socket = new TcpClient { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, emulator.Endpoint.Port);
        using var other = ClientOf(emulator, "1.1");
        foreach (var piece in pieces)
        {
            await socket.GetStream().WriteAsync(Encoding.Latin1.GetBytes(piece));
            await other.GetStringAsync("healthz");
        }

        return socket;
    }

    /// <summary>The settings in the first frame that the server sends.</summary>
    private static async Task<Dictionary<int, uint>> FirstFrameAsync(SandboxEmulator emulator, params string[] pieces)
    {
        using var socket = await SendAsync(emulator, pieces);
        var head = new byte[9];
        await socket.GetStream().ReadExactlyAsync(head);
        Assert.Equal(4, head[3]); // SETTINGS
        var payload = new byte[(head[0] << 16) | (head[1] << 8) | head[2]];
        await socket.GetStream().ReadExactlyAsync(payload);
        return payload.Chunk(6).ToDictionary(s => (s[0] << 8) | s[1], s => ((uint)s[2] << 24) | ((uint)s[3] << 16) | ((uint)s[4] << 8) | s[5]);
    }
}
