using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace Sandbox.Client.Testing.Tests.Support;

/// <summary>An emulator on a clock that only the test moves, spoken to by plain HTTP in the namespace <c>t</c>.</summary>
internal sealed class Api : IAsyncDisposable
{
    private const string Base = "v1/namespaces/t/";
    private readonly HttpClient _http;

    private Api(SandboxEmulator emulator, FakeTimeProvider clock)
    {
        Emulator = emulator;
        Clock = clock;
        _http = new HttpClient { BaseAddress = emulator.Endpoint };
    }

    public SandboxEmulator Emulator { get; }

    public FakeTimeProvider Clock { get; }

    /// <summary>Containers take one second to start, snapshots ten, unless <paramref name="configure"/> says otherwise.</summary>
    public static async Task<Api> StartAsync(Action<SandboxEmulatorOptions>? configure = null)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddDays(20_000));
        var options = new SandboxEmulatorOptions { TimeProvider = clock, StartupDelay = TimeSpan.FromSeconds(1), SnapshotDuration = TimeSpan.FromSeconds(10) };
        configure?.Invoke(options);
        return new Api(await SandboxEmulator.StartAsync(options), clock);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Emulator.DisposeAsync();
    }

    public void Advance(double seconds) => Clock.Advance(TimeSpan.FromSeconds(seconds));

    public async Task<string> CreateSandboxAsync(string body = "{}") => (await PostAsync("sandboxes", body)).GetProperty("sandbox_id").GetString()!;

    public async Task<string> CreatePoolAsync(string body) => (await PostAsync("sandbox-pools", body)).GetProperty("pool_id").GetString()!;

    public async Task<string> ClaimAsync(string pool) => (await PostAsync($"sandbox-pools/{pool}/sandboxes", "")).GetProperty("sandbox_id").GetString()!;

    public async Task<string> SnapshotAsync(string sandbox) => (await PostAsync($"sandboxes/{sandbox}/snapshot", "")).GetProperty("snapshot_id").GetString()!;

    public Task<JsonElement> SandboxAsync(string id) => GetAsync($"sandboxes/{id}");

    public Task<JsonElement> PoolAsync(string id) => GetAsync($"sandbox-pools/{id}");

    /// <summary>The status, with the reason or the outcome behind it where there is one: <c>pending scheduling</c>.</summary>
    public async Task<string> StateAsync(string id)
    {
        var sandbox = await SandboxAsync(id);
        var detail = sandbox.TryGetProperty("pending_reason", out var reason) ? reason.GetString() : sandbox.GetProperty("outcome").GetString();
        return $"{sandbox.GetProperty("status").GetString()} {detail}".TrimEnd();
    }

    public async Task<JsonElement> GetAsync(string path) => await _http.GetFromJsonAsync<JsonElement>(Base + path);

    /// <summary>Status and text of any request; the path starts with a slash for one outside of the namespace.</summary>
    public async Task<(HttpStatusCode Status, string Text)> SendAsync(HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith('/') ? path : Base + path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async Task DeleteAsync(string path)
    {
        var (status, text) = await SendAsync(HttpMethod.Delete, path);
        Assert.True(status == HttpStatusCode.OK, text);
    }

    public async Task<JsonElement> PostAsync(string path, string body)
    {
        var (status, text) = await SendAsync(HttpMethod.Post, path, body);
        Assert.True(status is HttpStatusCode.OK or HttpStatusCode.Accepted, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
