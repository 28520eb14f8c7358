using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Sandbox.Client.Testing.Http.Internal;

/// <summary>
/// Kestrel on a free loopback port, with no host around it: a host would read environment variables and settings files, write to the console and take Ctrl+C.
/// </summary>
internal sealed class EmulatorServer : IAsyncDisposable
{
    /// <summary>How long running requests may finish before their connections are cut.</summary>
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(1);

    private readonly ServiceProvider _services;
    private readonly KestrelServer _server;

    private EmulatorServer(ServiceProvider services, KestrelServer server)
    {
        _services = services;
        _server = server;
    }

    public Uri Address => new(_server.Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/");

    public static async Task<EmulatorServer> StartAsync(IHttpApplication<HttpContext> application, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var options = new KestrelServerOptions { AddServerHeader = false, ApplicationServices = services };
        options.AllowHostHeaderOverride = true; // The authority of an absolute target is ignored, whatever Host says.
        options.Limits.MaxRequestBodySize = null; // The limit is a matter of the endpoint, with a text of its own.
        options.Limits.MaxRequestLineSize = 64 * 1024;
        options.Limits.MaxRequestHeadersTotalSize = 256 * 1024;
        options.Limits.MaxRequestBufferSize = 4 * 1024 * 1024;
        options.AllowAlternateSchemes = true; // HTTP/2 without TLS says "http".
        options.Limits.Http2.MaxStreamsPerConnection = 200; // This and the window as the server announces them (contract section 1.1).
        options.Limits.Http2.InitialStreamWindowSize = 1024 * 1024;
        options.Listen(IPAddress.Loopback, port: 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http1AndHttp2;
            ((IConnectionBuilder)listen).Use(next => connection => ConnectAsync(connection, next));
        });

        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var server = new EmulatorServer(services, new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance));
        try
        {
            await server._server.StartAsync(application, cancellationToken).ConfigureAwait(false);
            return server;
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        using (var stop = new CancellationTokenSource(StopTimeout))
        {
            await _server.StopAsync(stop.Token).ConfigureAwait(false);
        }

        _server.Dispose();
        await _services.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task ConnectAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        if (await ProtocolChoice.IsHttp2Async(connection).ConfigureAwait(false))
        {
            ProtocolChoice.ChooseHttp2(connection);
        }
        else
        {
            connection.Transport = new Transport(new NullTripletFilter(connection.Transport.Input), connection.Transport.Output);
        }

        await next(connection).ConfigureAwait(false);
    }

    private sealed record Transport(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
