using Microsoft.Extensions.Configuration;
using Sandbox.Client;
using Sandbox.Client.DependencyInjection.Internal;

// The namespace where users of dependency injection look for extension methods.
#pragma warning disable IDE0130
namespace Microsoft.Extensions.DependencyInjection;
#pragma warning restore IDE0130

/// <summary>Registers <see cref="SandboxClient"/>s.</summary>
public static class SandboxClientServiceCollectionExtensions
{
    /// <summary>Registers a <see cref="SandboxClient"/> as a singleton, with options from the environment: see <see cref="SandboxClientOptions.FromEnvironment"/>.</summary>
    /// <param name="services">The services.</param>
    /// <returns>A builder that takes more handlers; they stand between the client's own and the connection.</returns>
    public static IHttpClientBuilder AddSandboxClient(this IServiceCollection services) =>
        ClientRegistration.Add(services, name: null, static options => options.Configure(static settings => settings.ReadEnvironment()));

    /// <summary>Registers a <see cref="SandboxClient"/> as a singleton.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options; they are checked when the host starts.</param>
    /// <returns>A builder that takes more handlers; they stand between the client's own and the connection.</returns>
    public static IHttpClientBuilder AddSandboxClient(this IServiceCollection services, Action<SandboxClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return ClientRegistration.Add(services, name: null, options => options.Configure(configure));
    }

    /// <summary>Registers a <see cref="SandboxClient"/> as a singleton.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The section with the options' members; they are checked when the host starts.</param>
    /// <returns>A builder that takes more handlers; they stand between the client's own and the connection.</returns>
    public static IHttpClientBuilder AddSandboxClient(this IServiceCollection services, IConfigurationSection configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return ClientRegistration.Add(services, name: null, options => options.Bind(configuration));
    }

    /// <summary>Registers one of several <see cref="SandboxClient"/>s as a keyed singleton; take it with <c>[FromKeyedServices(name)]</c>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The key, and the name of the options.</param>
    /// <param name="configure">Sets the options; they are checked when the host starts.</param>
    /// <returns>A builder that takes more handlers; they stand between the client's own and the connection.</returns>
    public static IHttpClientBuilder AddSandboxClient(this IServiceCollection services, string name, Action<SandboxClientOptions> configure)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(configure);
        return ClientRegistration.Add(services, name, options => options.Configure(configure));
    }

    /// <summary>Registers one of several <see cref="SandboxClient"/>s as a keyed singleton; take it with <c>[FromKeyedServices(name)]</c>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The key, and the name of the options.</param>
    /// <param name="configuration">The section with the options' members; they are checked when the host starts.</param>
    /// <returns>A builder that takes more handlers; they stand between the client's own and the connection.</returns>
    public static IHttpClientBuilder AddSandboxClient(this IServiceCollection services, string name, IConfigurationSection configuration)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(configuration);
        return ClientRegistration.Add(services, name, options => options.Bind(configuration));
    }
}
