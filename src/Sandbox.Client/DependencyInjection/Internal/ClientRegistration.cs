using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Sandbox.Client.Http.Internal;
using Sandbox.Client.Leasing.Internal;

namespace Sandbox.Client.DependencyInjection.Internal;

/// <summary>
/// One client in a container. It is a singleton over a handler chain of the factory that never rotates: the primary handler's connections have a
/// lifetime of their own, so DNS changes are seen all the same, and a singleton may keep the client.
/// </summary>
internal static class ClientRegistration
{
    private const string HttpClientName = "Sandbox.Client";

    public static IHttpClientBuilder Add(IServiceCollection services, string? name, Action<OptionsBuilder<SandboxClientOptions>> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        var optionsName = name ?? Options.DefaultName;
        services.TryAddSingleton<IValidateOptions<SandboxClientOptions>, OptionsValidation>();
        configure(services.AddOptions<SandboxClientOptions>(optionsName));
        AddLeaseDrain(services);
        services.AddOptions<SandboxClientOptions>(optionsName).ValidateOnStart();

        var httpClientName = name is null ? HttpClientName : $"{HttpClientName}:{name}";
        if (name is null)
        {
            services.TryAddSingleton(provider => Create(provider, optionsName, httpClientName));
        }
        else
        {
            services.TryAddKeyedSingleton(name, (provider, _) => Create(provider, optionsName, httpClientName));
        }

        return AddHandlers(services.AddHttpClient(httpClientName), optionsName);
    }

    private static void AddLeaseDrain(IServiceCollection services)
    {
        if (services.All(service => service.ServiceType != typeof(LeaseDrain)))
        {
            services.AddSingleton<LeaseDrain>();
            services.AddSingleton<IHostedService>(static provider => provider.GetRequiredService<LeaseDrain>());
        }
    }

    private static IHttpClientBuilder AddHandlers(IHttpClientBuilder builder, string optionsName)
    {
        // A second registration of the same name only adds to the options.
        if (builder.Services.Any(service => service.ServiceType == typeof(HandlersAdded) && Equals(service.ServiceKey, builder.Name)))
        {
            return builder;
        }

        builder.Services.AddKeyedSingleton(builder.Name, new HandlersAdded());
        builder.Services.AddKeyedSingleton<OwnConnections>(builder.Name);
        return builder
            .ConfigurePrimaryHttpMessageHandler(provider => provider.GetRequiredKeyedService<OwnConnections>(builder.Name).Open(Settings(provider, optionsName)))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // What the host's defaults for all clients repeat would be repeated twice, and creations blindly.
            .ConfigureAdditionalHttpMessageHandlers(static (handlers, _) => RemoveResilience(handlers))
            // The client logs for itself; the factory's loggers would write every id.
            .RemoveAllLoggers()
            .AddHttpMessageHandler(provider => HandlerChain.CreateAuthentication(Settings(provider, optionsName)))
            .AddHttpMessageHandler(provider => HandlerChain.CreateResilience(Settings(provider, optionsName)))
            .AddHttpMessageHandler(provider => HandlerChain.CreateAttempt(Settings(provider, optionsName)));
    }

    private static void RemoveResilience(IList<DelegatingHandler> handlers)
    {
        foreach (var handler in handlers.OfType<ResilienceHandler>().ToList())
        {
            handlers.Remove(handler);
        }
    }

    private static SandboxClient Create(IServiceProvider provider, string optionsName, string httpClientName)
    {
        var settings = Settings(provider, optionsName);
        var handler = provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(httpClientName);
        var connections = provider.GetRequiredKeyedService<OwnConnections>(httpClientName);
        var resources = SandboxClient.CreateResources(settings, handler, connections.AreOpen);
        provider.GetRequiredService<LeaseDrain>().Add(resources);
        return new SandboxClient(resources, new NamespaceScope(settings.Namespace), ownsResources: true);
    }

    private static SandboxClientOptions Settings(IServiceProvider provider, string optionsName)
    {
        var settings = provider.GetRequiredService<IOptionsMonitor<SandboxClientOptions>>().Get(optionsName).Copy();
        settings.LoggerFactory ??= provider.GetService<ILoggerFactory>();
        return settings;
    }

    private sealed class HandlersAdded;
}
