using Microsoft.Extensions.Logging;
using Polly;
using Sandbox.Client.Errors;
using Sandbox.Client.Leasing;
using Sandbox.Client.Resilience;

namespace Sandbox.Client;

/// <summary>What a <see cref="SandboxClient"/> needs to know. Everything has a default; a wrong value is refused when the client is made.</summary>
/// <remarks>A client reads its options once: later changes have no effect.</remarks>
public sealed partial class SandboxClientOptions
{
    /// <summary>The address that a server has by default: <c>http://localhost:8900</c>.</summary>
    public static readonly Uri DefaultEndpoint = new("http://localhost:8900");

    /// <summary>The server's address: absolute, http or https, without user, query and fragment. A path is put before every request's own.</summary>
    public Uri Endpoint { get; set; } = DefaultEndpoint;

    /// <summary>The key to send as <c>Authorization: Bearer …</c>, to <see cref="Endpoint"/> only; null for none (the open-source server asks for none).</summary>
    public string? ApiKey { get; set; }

    /// <summary>The namespace that the client works in: see <see cref="SandboxIdentifier"/>. Default <c>default</c>. A server makes a namespace when it is first named.</summary>
    public string Namespace { get; set; } = "default";

    /// <summary>How long making a connection may take, above zero; <see cref="Timeout.InfiniteTimeSpan"/> for no limit. Default 10 s.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one attempt may take, its answer's body included, above zero; <see cref="Timeout.InfiniteTimeSpan"/> for no limit. Default 30 s.
    /// For a list it ends with the first row.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a whole operation may take, above zero; <see cref="Timeout.InfiniteTimeSpan"/> for no limit. Default 100 s.
    /// For a list it ends with the first row.</summary>
    public TimeSpan OperationTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>How long a list may send nothing after its first row, above zero; <see cref="Timeout.InfiniteTimeSpan"/> for no limit. Default 30 s.
    /// The clock stands still while the caller handles a row.</summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a wait for a status may take that is not told another time, above zero; <see cref="Timeout.InfiniteTimeSpan"/> for no limit. Default 5 min.</summary>
    public TimeSpan WaitTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a call that failed or was cancelled may take to delete what it made, above zero; <see cref="Timeout.InfiniteTimeSpan"/> for no limit. Default 10 s.</summary>
    public TimeSpan CleanupTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Is told of a lease whose sandbox could not be deleted, and why; null to have <see cref="SandboxLease.DisposeAsync"/> throw that. What it throws itself is thrown.</summary>
    public Action<SandboxLease, SandboxException>? OnLeaseNotDeleted { get; set; }

    /// <summary>Whether a new sandbox or pool with <c>UnauthenticatedRoutes</c>, <c>AllowUnauthenticatedAccess</c> or <c>ExposedPorts</c> is read back: a server that
    /// does not know them drops them without a word. Then the call deletes what it made and throws <see cref="Errors.SandboxFeatureNotSupportedException"/>. Default true.</summary>
    public bool VerifyAccessSettings { get; set; } = true;

    /// <summary>How failed attempts are repeated. <c>Retry.MaxRetries = 0</c> turns repetitions off.</summary>
    public SandboxRetryOptions Retry { get; set; } = new();

    /// <summary>A pipeline in place of the one that <see cref="Retry"/> describes; null for that one. It stands around each attempt; an attempt's failures
    /// come to it as <see cref="Errors.SandboxException"/>s, and it alone decides what is sent again: a creation that is repeated blindly is made twice.</summary>
    public ResiliencePipeline<HttpResponseMessage>? ResiliencePipeline { get; set; }

    /// <summary>How long a connection is used before it is made anew, so that a change of DNS is seen; above zero, or
    /// <see cref="Timeout.InfiniteTimeSpan"/>. Default 5 min.</summary>
    public TimeSpan PooledConnectionLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The most HTTP/1.1 connections to the server at a time, from 1; calls wait for a free one. Default 256.</summary>
    public int MaxConnectionsPerServer { get; set; } = 256;

    /// <summary>Whether to speak HTTP/2 without asking (prior knowledge for http, ALPN for https): many calls then share few connections, and more are opened when one
    /// has no stream left (a server gives 200). Default false: HTTP/1.1, because what stands in front of a server may not speak it.</summary>
    public bool UseHttp2 { get; set; }

    /// <summary>The largest answer with a single record, in bytes, from 1. Default 1 MiB.</summary>
    public int MaxResponseBytes { get; set; } = 1024 * 1024;

    /// <summary>The largest row of a list, in bytes, from 1. A list itself has no limit. Default 1 MiB.</summary>
    public int MaxRowBytes { get; set; } = 1024 * 1024;

    /// <summary>How much of an error's body is read, in bytes, from 1. Default 64 KiB.</summary>
    public int MaxErrorBytes { get; set; } = 64 * 1024;

    /// <summary>Whether <c>UnauthenticatedRoutes</c> of requests are sent as they are, without the check that <see cref="Routing.UnauthenticatedRouteMatcher"/> can use
    /// them: for servers whose proxy reads them in another way. Default false.</summary>
    public bool SendUncheckedRoutes { get; set; }

    /// <summary>The clock of all time-outs but <see cref="ConnectTimeout"/>, which runs on the connection's own. Default <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Where the client logs to, under the category <c>Sandbox.Client</c>; null for nowhere, or for the container's own with dependency injection.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }
}
