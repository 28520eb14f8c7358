using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using Sandbox.Client.UpstreamTests.Content;

namespace Sandbox.Client.UpstreamTests.Servers;

/// <summary>ASP.NET Core, in the process of the tests.</summary>
internal sealed class KestrelServer : IUpstreamServer
{
    private const string StaticFiles = "static files";

    private readonly WebApplication _application;

    private KestrelServer(WebApplication application) => _application = application;

    public static IReadOnlyList<string> Configurations { get; } = [StaticFiles, "joined path"];

    public int Port => new Uri(_application.Urls.Single()).Port;

    public bool IsRunning => !_application.Lifetime.ApplicationStopping.IsCancellationRequested;

    public static async Task<IUpstreamServer> StartAsync(ContentTree tree, string configuration)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, 0);
            options.Limits.MaxRequestLineSize = 16 * 1024;
        });
        var application = builder.Build();
        if (configuration == StaticFiles)
        {
            ServeFiles(application, tree);
        }
        else
        {
            JoinPaths(application, tree);
        }

        await application.StartAsync();
        return new KestrelServer(application);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static void ServeFiles(WebApplication application, ContentTree tree)
    {
        var files = new PhysicalFileProvider(tree.Root);
        application.Lifetime.ApplicationStopped.Register(files.Dispose);
        application.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        application.UseStaticFiles(new StaticFileOptions { FileProvider = files, ServeUnknownFileTypes = true });
        application.Run(context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return context.Response.WriteAsync(tree.TextOf(tree.Root + context.Request.Path));
        });
    }

    // Kestrel leaves "%2F" encoded; a handler that decodes a path again finds the slash.
    private static void JoinPaths(WebApplication application, ContentTree tree) => application.Run(
        context => context.Response.WriteAsync(tree.TextOf(tree.Root + '/' + Uri.UnescapeDataString(context.Request.Path.Value ?? "").Replace('\0', '_'))));
}
