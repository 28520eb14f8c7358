using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Sandbox.Client.Benchmarks.Routing;

/// <summary>ASP.NET Core's endpoint routing, with one catch-all endpoint a route. It has none of the checks.</summary>
internal sealed class EndpointRouting : IRouteContestant, IDisposable
{
    private readonly ServiceProvider _services;
    private readonly RequestDelegate _pipeline;
    private readonly DefaultHttpContext _context;

    public EndpointRouting(string[] routes)
    {
        _services = new ServiceCollection().AddLogging().AddRouting().AddSingleton(new System.Diagnostics.DiagnosticListener("benchmarks")).BuildServiceProvider();
        var application = new ApplicationBuilder(_services);
        application.UseRouting();
        application.Use(static (HttpContext context, RequestDelegate next) => Task.CompletedTask);
        application.UseEndpoints(endpoints =>
        {
            foreach (var route in routes)
            {
                endpoints.MapGet(route + "/{**rest}", (RequestDelegate)(static _ => Task.CompletedTask));
            }
        });
        _pipeline = application.Build();
        _context = new DefaultHttpContext { RequestServices = _services };
        _context.Request.Method = "GET";
    }

    public bool IsBelow(string target)
    {
        _context.Request.Path = new PathString(target);
        _context.SetEndpoint(endpoint: null);
        var routed = _pipeline(_context);
        return routed.IsCompletedSuccessfully && _context.GetEndpoint() is not null;
    }

    public void Dispose() => _services.Dispose();
}
