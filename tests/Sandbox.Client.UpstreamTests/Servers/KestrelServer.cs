using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Sandbox.Client.UpstreamTests.Content;

namespace Sandbox.Client.UpstreamTests.Servers;

/// <summary>Kestrel in this process: static files and a branch of the pipeline, or a handler that joins paths itself.</summary>
internal sealed class KestrelServer : IUpstreamServer
{
    public const string Pipeline = "static files and a branch";
    public const string DecodedAgain = "path decoded again and joined";

    private readonly WebApplication _application;

    private KestrelServer(WebApplication application) => _application = application;

    public int Port => new Uri(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;

    public static async Task<KestrelServer> StartAsync(ContentTree content, string configuration)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, 0);
            options.Limits.MaxRequestLineSize = 32 * 1024;
        });
        var application = builder.Build();
        if (configuration == Pipeline)
        {
            application.UseFileServer(new FileServerOptions { FileProvider = new PhysicalFileProvider(content.Site) });
            application.Map("/api/public", branch => branch.Run(context => MissingAsync(context, "PUBLIC")));
            application.Run(context => MissingAsync(context, content.Mark));
        }
        else
        {
            application.Run(context => JoinAsync(context, content));
        }

        await application.StartAsync();
        return new KestrelServer(application);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static async Task JoinAsync(HttpContext context, ContentTree content)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?')[0];
        var file = Path.GetFullPath(content.Site + Uri.UnescapeDataString(Uri.UnescapeDataString(target)).Replace("\0", "", StringComparison.Ordinal));
        if (File.Exists(file))
        {
            await context.Response.SendFileAsync(file);
        }
        else
        {
            await MissingAsync(context, (file + "/").StartsWith(content.Public + "/", StringComparison.Ordinal) ? "PUBLIC" : content.Mark);
        }
    }

    private static Task MissingAsync(HttpContext context, string text)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return context.Response.WriteAsync(text);
    }
}
