using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Sandbox.Client.Testing.Faults.Internal;

/// <summary>HTTP/2 by Kestrel, with no host around it, on the connections of a <see cref="LoopbackListener"/>.</summary>
internal sealed class Http2Front : IAsyncDisposable
{
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(1);

    private readonly ServiceProvider _services;
    private readonly KestrelServer _server;
    private readonly Http2Upstream _upstream;

    private Http2Front(ServiceProvider services, KestrelServer server, Http2Upstream upstream)
    {
        _services = services;
        _server = server;
        _upstream = upstream;
    }

    public static async Task<Http2Front> StartAsync(LoopbackListener listener, FrontSettings settings, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var options = new KestrelServerOptions { AddServerHeader = false, ApplicationServices = services };
        options.AllowAlternateSchemes = true; // HTTP/2 without TLS says "http".
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MaxRequestHeadersTotalSize = 256 * 1024;
        options.Limits.MinRequestBodyDataRate = null; // A test decides what is too slow.
        options.Limits.MinResponseDataRate = null;
        options.Limits.Http2.MaxStreamsPerConnection = 200; // This and the window as the real server announces them (contract section 1.1).
        options.Limits.Http2.InitialStreamWindowSize = 1024 * 1024;
        options.Listen(IPAddress.Loopback, listener.Port, listen =>
        {
            listen.Protocols = HttpProtocols.Http2;
            ((IConnectionBuilder)listen).Use(next => connection => settings.Connections.Run(number => ConnectAsync(connection, number, next)));
        });

        var upstream = new Http2Upstream(settings.Upstream);
        var front = new Http2Front(services, new KestrelServer(Options.Create(options), new FrontTransport(listener), NullLoggerFactory.Instance), upstream);
        try
        {
            await front._server.StartAsync(new Http2Application(settings, upstream), cancellationToken).ConfigureAwait(false);
            return front;
        }
        catch
        {
            await front.DisposeAsync().ConfigureAwait(false);
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
        _upstream.Dispose();
        await _services.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task ConnectAsync(ConnectionContext connection, int number, ConnectionDelegate next)
    {
        var sent = new SentFrames(connection.Transport.Output);
        connection.Transport = new Transport(connection.Transport.Input, sent);
        connection.Features.Set(new Http2Client(number, sent));
        await next(connection).ConfigureAwait(false);
    }

    private sealed record Transport(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
