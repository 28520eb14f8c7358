using System.Collections.Concurrent;
using Sandbox.Client.Errors;
using Sandbox.Client.Models;
using Sandbox.Client.Testing;
using Sandbox.Client.Tests.Support;

namespace Sandbox.Client.Tests.Http;

public sealed class Http2Tests
{
    [Theory]
    [InlineData(false, "1.1")]
    [InlineData(true, "2.0")]
    public async Task Every_kind_of_call_speaks_the_version_that_is_set(bool useHttp2, string version)
    {
        await using var emulator = await SandboxEmulator.StartAsync(new SandboxEmulatorOptions { Dialect = ServerDialect.Routes });
        var versions = new ConcurrentBag<Version>();
        using var client = new SandboxClient(
            new HookHandler(async (_, send) =>
            {
                var answer = await send();
                versions.Add(answer.Version);
                return answer;
            }),
            new SandboxClientOptions { Endpoint = emulator.Endpoint, UseHttp2 = useHttp2 });

        var sandbox = await client.CreateAndWaitAsync(new CreateSandboxRequest { UnauthenticatedRoutes = ["/api"] });
        Assert.Equal(sandbox.Id, Assert.Single(await client.ListAsync().ToListAsync()).Id);
        Assert.Equal(sandbox.Id, (await client.Lookup.FindGlobalAsync(sandbox.Id))!.Id);
        Assert.Null(await client.Pools.FindAsync("nobody"));
        await client.DeleteAsync(sandbox.Id);

        Assert.True(versions.Count >= 6);
        Assert.All(versions, seen => Assert.Equal(Version.Parse(version), seen));
    }

    [Fact]
    public async Task A_thousand_calls_at_a_time_share_a_few_connections()
    {
        await using var emulator = await SandboxEmulator.StartAsync();
        using var handler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true };
        var connections = 0;
        handler.ConnectCallback = async (context, cancellationToken) =>
        {
            Interlocked.Increment(ref connections);
            var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
        };
        using var client = new SandboxClient(handler, new SandboxClientOptions { Endpoint = emulator.Endpoint, UseHttp2 = true });

        var created = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => client.CreateAsync(new CreateSandboxRequest())));

        Assert.Equal(1000, created.Select(sandbox => sandbox.Id).Distinct().Count());
        Assert.InRange(connections, 1, 16);
    }

    [Fact]
    public async Task A_server_that_does_not_speak_it_is_named()
    {
        await using var server = RawServer.Start(RawServer.Answer(400, "what?", "text/plain"));
        using var client = server.CreateClient(options => options.UseHttp2 = true);

        var error = await Assert.ThrowsAnyAsync<SandboxException>(() => client.CreateAsync(new CreateSandboxRequest()));

        Assert.Contains(server.Endpoint.Authority, error.Message, StringComparison.Ordinal);
        Assert.Null(error.StatusCode);
    }
}
