using System.Net;
using System.Text;
using Sandbox.Client.Testing.Faults;

namespace Sandbox.Client.Testing.Tests.Faults;

/// <summary>An emulator behind a fault server, spoken to by plain HTTP.</summary>
internal sealed class FaultBed : IAsyncDisposable
{
    public const string Sandboxes = "v1/namespaces/t/sandboxes";

    private FaultBed(SandboxEmulator emulator, FaultServer server)
    {
        Emulator = emulator;
        Server = server;
        Http = CreateClient();
    }

    public SandboxEmulator Emulator { get; }

    public FaultServer Server { get; }

    public HttpClient Http { get; }

    /// <summary>How many creates had an effect.</summary>
    public int Effects => Emulator.GetLiveSandboxes().Count;

    public static async Task<FaultBed> StartAsync(Func<FaultRequest, Fault?>? choose = null, Action<FaultServerOptions>? configure = null)
    {
        var options = new FaultServerOptions();
        configure?.Invoke(options);
        var emulator = await SandboxEmulator.StartAsync(new SandboxEmulatorOptions { StartupDelay = TimeSpan.Zero });
        return new FaultBed(emulator, await FaultServer.StartAsync(emulator.Endpoint, choose, options)) { IsHttp2 = options.Http2 };
    }

    private bool IsHttp2
    {
        init
        {
            Http.DefaultRequestVersion = value ? HttpVersion.Version20 : HttpVersion.Version11;
            Http.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        }
    }

    /// <summary>The first request gets the fault, all others pass.</summary>
    public static Task<FaultBed> StartAsync(Fault first, Action<FaultServerOptions>? configure = null) =>
        StartAsync(request => request.Number == 1 ? first : null, configure);

    public HttpClient CreateClient() => new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = Server.Endpoint };

    public async Task<HttpResponseMessage> CreateAsync(HttpCompletionOption completion = HttpCompletionOption.ResponseContentRead, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Sandboxes)
        {
            Version = Http.DefaultRequestVersion,
            VersionPolicy = Http.DefaultVersionPolicy,
            Content = new StringContent("{}", Encoding.UTF8, "application/json"),
        };
        return await Http.SendAsync(request, completion, cancellationToken);
    }

    public async Task<HttpStatusCode> CreatedStatusAsync()
    {
        using var response = await CreateAsync();
        return response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Server.DisposeAsync();
        await Emulator.DisposeAsync();
    }
}
