using Microsoft.Extensions.DependencyInjection;

namespace Sandbox.Client.Tests.Support;

internal static class ServiceCollectionExtensions
{
    /// <summary>Registers, and gives the collection back.</summary>
    public static IServiceCollection Also(this IServiceCollection services, Action<IServiceCollection> register)
    {
        register(services);
        return services;
    }
}
