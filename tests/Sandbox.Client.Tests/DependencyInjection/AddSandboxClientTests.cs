using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;
using Sandbox.Client.Errors;
using Sandbox.Client.Models;
using Sandbox.Client.Resilience;
using Sandbox.Client.Tests.Support;

namespace Sandbox.Client.Tests.DependencyInjection;

/// <summary>The client in a container.</summary>
public sealed class AddSandboxClientTests
{
    [Fact]
    public async Task Options_come_from_a_section()
    {
        await using var server = RawServer.Start(RawServer.Answer(404, "Sandbox not found", "text/plain"));
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Sandbox:Endpoint"] = server.Endpoint.ToString(),
            ["Sandbox:ApiKey"] = "k",
            ["Sandbox:Namespace"] = "team",
            ["Sandbox:AttemptTimeout"] = "00:00:05",
            ["Sandbox:MaxRowBytes"] = "1234",
        });
        builder.Services.AddSandboxClient(builder.Configuration.GetSection("Sandbox"));
        using var host = builder.Build();
        await host.StartAsync();

        var client = host.Services.GetRequiredService<SandboxClient>();
        Assert.Null(await client.FindAsync("a"));

        var options = host.Services.GetRequiredService<IOptions<SandboxClientOptions>>().Value;
        Assert.Equal(TimeSpan.FromSeconds(5), options.AttemptTimeout);
        Assert.Equal(1234, options.MaxRowBytes);
        var request = Assert.Single(server.Requests);
        Assert.StartsWith("GET /v1/namespaces/team/sandboxes/a ", request, StringComparison.Ordinal);
        Assert.Contains("Authorization: Bearer k\r\n", request, StringComparison.Ordinal);
        await host.StopAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_the_host_repeats_for_all_clients_is_not_repeated_twice(bool isFirst)
    {
        await using var server = RawServer.Start(RawServer.Answer(503, "busy", "text/plain"));
        var services = new ServiceCollection();
        void AddDefaults() => services.ConfigureHttpClientDefaults(builder => builder.AddStandardResilienceHandler());
        if (isFirst)
        {
            AddDefaults();
        }

        services.AddSandboxClient(options => (options.Endpoint, options.TimeProvider) = (server.Endpoint, new VirtualTime()));
        if (!isFirst)
        {
            AddDefaults();
        }

        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<SandboxClient>();

        await Assert.ThrowsAsync<SandboxServerException>(() => client.CreateAsync(new CreateSandboxRequest()));
        await Assert.ThrowsAsync<SandboxServerException>(() => client.GetAsync("a"));

        Assert.Equal((1, 4), (server.Requests.Count(request => request.StartsWith("POST", StringComparison.Ordinal)), server.Requests.Count(request => request.StartsWith("GET", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task The_end_of_the_container_closes_the_connections()
    {
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = RawServer.Start(async exchange =>
        {
            await exchange.SendAsync(RawServer.Answer(200, Wire.Sandbox("a")));
            await exchange.WaitUntilClientLeavesAsync();
            left.SetResult();
        });
        var services = new ServiceCollection();
        services.AddSandboxClient(options => options.Endpoint = server.Endpoint);
        await using (var provider = services.BuildServiceProvider())
        {
            Assert.Equal("a", (await provider.GetRequiredService<SandboxClient>().GetAsync("a")).Id);
            Assert.False(left.Task.IsCompleted);
        }

        await left.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Several_servers_have_a_key_each_and_every_client_is_made_once()
    {
        var services = new ServiceCollection();
        services.AddSandboxClient(options => options.Namespace = "main");
        services.AddSandboxClient("eu", options => options.Namespace = "europe");
        services.AddSandboxClient("us", options => options.Namespace = "america");
        using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });

        Assert.Equal("main", provider.GetRequiredService<SandboxClient>().Namespace);
        Assert.Equal("europe", provider.GetRequiredKeyedService<SandboxClient>("eu").Namespace);
        Assert.Equal("america", provider.GetRequiredKeyedService<SandboxClient>("us").Namespace);
        Assert.Same(provider.GetRequiredService<SandboxClient>(), provider.GetRequiredService<SandboxClient>());
        Assert.Same(provider.GetRequiredKeyedService<SandboxClient>("eu"), provider.GetRequiredKeyedService<SandboxClient>("eu"));
    }

    [Fact]
    public async Task A_wrong_option_stops_the_host_with_a_message_that_says_what_to_write_and_hides_the_key()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSandboxClient(options =>
        {
            options.Endpoint = new Uri("ftp://example");
            options.ApiKey = "sec ret";
            options.Namespace = "..";
            options.ConnectTimeout = TimeSpan.Zero;
            options.MaxRowBytes = 0;
        });
        using var host = builder.Build();

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Equal(5, error.Failures.Count());
        Assert.Contains("Endpoint must be an absolute http or https address: write for example http://localhost:8900.", error.Message, StringComparison.Ordinal);
        Assert.Contains("Namespace must not be", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sec ret", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("relative/path")]
    [InlineData("http://user:password@host")]
    [InlineData("http://host/?query")]
    [InlineData("http://host/#fragment")]
    public void An_endpoint_that_can_not_be_one_is_refused_without_a_container_too(string endpoint)
    {
        var options = new SandboxClientOptions { Endpoint = new Uri(endpoint, UriKind.RelativeOrAbsolute) };

        var error = Assert.Throws<ArgumentException>(() => new SandboxClient(options));

        Assert.Contains("Endpoint must", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("password", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handlers_can_be_added_between_the_client_and_the_connection()
    {
        await using var server = RawServer.Start(RawServer.Answer(404, "Sandbox not found", "text/plain"));
        var services = new ServiceCollection();
        services.AddSandboxClient(options => options.Endpoint = server.Endpoint).AddHttpMessageHandler(() => new HeaderHandler());
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<SandboxClient>().FindAsync("a");

        Assert.Contains("X-Added: yes\r\n", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_handler_repeats_however_often_the_client_is_registered()
    {
        await using var server = RawServer.Start(RawServer.Answer(503, "busy", "text/plain"));
        var services = new ServiceCollection();
        services.AddSandboxClient(options => options.Endpoint = server.Endpoint);
        services.AddSandboxClient(options => options.Retry.BaseDelay = TimeSpan.Zero);
        await using var provider = services.BuildServiceProvider();

        var error = await Assert.ThrowsAsync<SandboxServerException>(() => provider.GetRequiredService<SandboxClient>().GetAsync("a"));

        Assert.Equal((4, 4), (error.Attempts, server.Requests.Count));
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task One_line_removes_or_replaces_the_policy(bool isReplaced, int attempts)
    {
        await using var server = RawServer.Start(RawServer.Answer(503, "busy", "text/plain"));
        var once = new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = 1,
                Delay = TimeSpan.Zero,
                ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome.Result is { IsSuccessStatusCode: false }),
            })
            .Build();
        var services = new ServiceCollection();
        services.AddSandboxClient(options =>
        {
            options.Endpoint = server.Endpoint;
            options.ResiliencePipeline = isReplaced ? once : ResiliencePipeline<HttpResponseMessage>.Empty;
        });
        await using var provider = services.BuildServiceProvider();

        var error = await Assert.ThrowsAsync<SandboxServerException>(() => provider.GetRequiredService<SandboxClient>().GetAsync("a"));

        Assert.Equal((attempts, attempts), (error.Attempts, server.Requests.Count));
    }

    [Fact]
    public async Task Somebody_elses_request_through_the_same_handlers_is_sent_once_as_it_is()
    {
        await using var server = RawServer.Start(RawServer.Answer(503, "busy", "text/plain"));
        var services = new ServiceCollection();
        var name = services.AddSandboxClient(options => options.Endpoint = server.Endpoint).Name;
        await using var provider = services.BuildServiceProvider();
        using var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient(name);

        using var answer = await client.GetAsync(new Uri(server.Endpoint, "elsewhere"));

        Assert.Equal("busy", await answer.Content.ReadAsStringAsync());
        Assert.StartsWith("GET /elsewhere ", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_is_logged_holds_an_id_or_the_key()
    {
        var log = new FakeLogCollector();
        await using var server = RawServer.Start(RawServer.Answer(500, "no", "text/plain"));
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new FakeLoggerProvider(log)));
        services.AddSandboxClient(options =>
        {
            options.Endpoint = server.Endpoint;
            options.ApiKey = "s3cr3t";
            options.Retry = new SandboxRetryOptions { MaxRetries = 1, BaseDelay = TimeSpan.Zero };
        });
        await using var provider = services.BuildServiceProvider();

        await Record.ExceptionAsync(() => provider.GetRequiredService<SandboxClient>().GetAsync("the-id"));

        var records = log.GetSnapshot();
        Assert.Equal([(5, "AttemptFailed", "Sandbox.Client"), (2, "OperationFailed", "Sandbox.Client")], records.Select(record => (record.Id.Id, record.Id.Name!, record.Category!)));
        Assert.Contains("attempt 1 failed (status 500); the next one is made in 0 ms.", records[0].Message, StringComparison.Ordinal);
        Assert.All(records, record => Assert.DoesNotContain("the-id", record.Message, StringComparison.Ordinal));
        Assert.All(records, record => Assert.DoesNotContain("s3cr3t", record.Message, StringComparison.Ordinal));
    }

    private sealed class HeaderHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Added", "yes");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
