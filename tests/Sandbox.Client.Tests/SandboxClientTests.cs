using Sandbox.Client.Models;
using Sandbox.Client.Tests.Support;

namespace Sandbox.Client.Tests;

/// <summary>How clients are made, shared, ended and stood in for.</summary>
public sealed class SandboxClientTests
{
    [Fact]
    public async Task A_view_of_another_namespace_shares_the_connection_and_ends_nothing()
    {
        await using var server = RawServer.Start(RawServer.Answer(404, "Sandbox not found", "text/plain"));
        using var client = server.CreateClient();
        var view = client.InNamespace("team");

        await view.FindAsync("a");
        view.Dispose();
        await client.FindAsync("b");

        Assert.Equal("team", view.Namespace);
        Assert.Equal(["/v1/namespaces/team/sandboxes/a", "/v1/namespaces/default/sandboxes/b"], server.Requests.Select(request => request.Split(' ')[1]));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () =>
        {
            client.Dispose();
            await view.FindAsync("c");
        });
    }

    [Fact]
    public async Task An_http_client_of_the_callers_brings_its_address_and_stays_open()
    {
        await using var server = RawServer.Start(RawServer.Answer(404, "Sandbox not found", "text/plain"));
        using var http = new HttpClient { BaseAddress = server.Endpoint };

        using (var client = new SandboxClient(http, options: null))
        {
            await client.FindAsync("a");
            await client.FindAsync("b");
        }

        Assert.Equal(2, server.Requests.Count);
        using var answer = await http.GetAsync("/still-open");
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task Options_that_change_later_have_no_effect()
    {
        await using var server = RawServer.Start(RawServer.Answer(404, "Sandbox not found", "text/plain"));
        var options = new SandboxClientOptions { Endpoint = server.Endpoint };
        using var client = new SandboxClient(options);

        options.Endpoint = new Uri("http://127.0.0.1:1");
        options.ApiKey = "later";

        Assert.Null(await client.FindAsync("a"));
        Assert.DoesNotContain("later", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_client_says_who_it_is()
    {
        await using var server = RawServer.Start(RawServer.Answer(404, "Sandbox not found", "text/plain"));
        using var client = server.CreateClient();

        await client.FindAsync("a");

        Assert.Matches("\r\nUser-Agent: Sandbox\\.Client/[0-9]+\\.[0-9]+\\.[0-9]+\r\n", Assert.Single(server.Requests));
    }

    [Fact]
    public async Task A_test_can_stand_in_for_the_client()
    {
        SandboxClient client = new StandIn();

        Assert.Equal("from the test", (await client.GetAsync("a")).Id);
    }

    private sealed class StandIn : SandboxClient
    {
        public override Task<SandboxInfo> GetAsync(string id, CancellationToken cancellationToken = default) =>
            Task.FromResult(new SandboxInfo { Id = "from the test", Namespace = "n", Image = "i" });
    }
}
