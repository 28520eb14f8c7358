using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Sandbox.Client.Authentication.Internal;
using Sandbox.Client.Resilience.Internal;

namespace Sandbox.Client.Http.Internal;

/// <summary>The handlers between the transport and the network, without dependency injection.</summary>
internal static class HandlerChain
{
    /// <summary>The handler at the bottom: pooled connections with a lifetime, no redirects (a credential would follow them), no cookies.</summary>
    public static SocketsHttpHandler CreatePrimary(SandboxClientOptions options) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = options.ConnectTimeout,
        PooledConnectionLifetime = options.PooledConnectionLifetime,
        MaxConnectionsPerServer = options.MaxConnectionsPerServer,
        EnableMultipleHttp2Connections = true,
        // A connection that died without a word is found out before an attempt's time is over.
        KeepAlivePingDelay = TimeSpan.FromSeconds(15),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
    };

    public static DelegatingHandler CreateAuthentication(SandboxClientOptions options) => new AuthenticationHandler(options);

    public static DelegatingHandler CreateAttempt(SandboxClientOptions options) => new AttemptHandler(options);

    /// <summary>The one handler that repeats attempts.</summary>
    public static DelegatingHandler CreateResilience(SandboxClientOptions options) => new ResilienceHandler(options.ResiliencePipeline ?? RetryPipeline.Create(options));

    /// <summary>The whole chain; what it ends in is disposed with it.</summary>
    public static HttpMessageHandler Create(SandboxClientOptions options, HttpMessageHandler primary)
    {
        var attempt = CreateAttempt(options);
        attempt.InnerHandler = primary;
        var authentication = CreateAuthentication(options);
        var resilience = CreateResilience(options);
        resilience.InnerHandler = attempt;
        authentication.InnerHandler = resilience;
        return authentication;
    }
}
