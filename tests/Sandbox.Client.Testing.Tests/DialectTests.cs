using System.Net;
using Sandbox.Client.Testing.Tests.Support;

namespace Sandbox.Client.Testing.Tests;

public sealed class DialectTests
{
    private const string Access = """
        "unauthenticated_routes":["/api/public"],"allow_unauthenticated_access":true,"exposed_ports":[8080]
        """;

    [Theory]
    [InlineData(ServerDialect.Ports, ""","allow_unauthenticated_access":true,"exposed_ports":[8080]}""")]
    [InlineData(ServerDialect.Routes, ""","pool_id":null,"unauthenticated_routes":["/api/public"]}""")]
    [InlineData(ServerDialect.Older, ""","pool_id":null}""")]
    public async Task A_sandbox_keeps_only_the_access_fields_of_its_dialect(ServerDialect dialect, string end)
    {
        await using var api = await Api.StartAsync(o => o.Dialect = dialect);
        var id = await api.CreateSandboxAsync($"{{{Access}}}");
        var (_, text) = await api.SendAsync(HttpMethod.Get, $"sandboxes/{id}");
        Assert.EndsWith(end, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ServerDialect.Ports, """{"unauthenticated_routes":null}""", HttpStatusCode.OK)]
    [InlineData(ServerDialect.Ports, """{"allow_unauthenticated_access":null}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData(ServerDialect.Ports, """{"allow_unauthenticated_access":true,"allow_unauthenticated_proxy_access":true}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData(ServerDialect.Routes, """{"unauthenticated_routes":null}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData(ServerDialect.Routes, """{"allow_unauthenticated_access":null,"exposed_ports":"x"}""", HttpStatusCode.OK)]
    [InlineData(ServerDialect.Older, """{"unauthenticated_routes":1,"exposed_ports":"x"}""", HttpStatusCode.OK)]
    public async Task An_access_field_is_checked_only_where_it_is_known(ServerDialect dialect, string body, HttpStatusCode expected)
    {
        await using var api = await Api.StartAsync(o => o.Dialect = dialect);
        Assert.Equal(expected, (await api.SendAsync(HttpMethod.Post, "sandboxes", body)).Status);
    }

    [Theory]
    [InlineData(ServerDialect.Ports, true)]
    [InlineData(ServerDialect.Routes, false)]
    [InlineData(ServerDialect.Older, false)]
    public async Task The_network_of_a_pool_is_kept_only_by_the_ports_dialect(ServerDialect dialect, bool isKept)
    {
        await using var api = await Api.StartAsync(o => o.Dialect = dialect);
        var pool = await api.CreatePoolAsync("""{"image":"i","network":{"allow_internet_access":false}}""");
        Assert.Equal(isKept, (await api.PoolAsync(pool)).TryGetProperty("network_policy", out _));
        Assert.Equal(isKept, (await api.SandboxAsync(await api.ClaimAsync(pool))).TryGetProperty("network_policy", out _));
    }

    [Theory]
    [InlineData(ServerDialect.Ports, """{"id":"ID","namespace":"t","status":"running","dataplane_api_address":"127.0.0.1:8095","allow_unauthenticated_access":true,"exposed_ports":[8080]}""")]
    [InlineData(ServerDialect.Routes, """{"id":"ID","status":"Running","dataplane_api_address":"127.0.0.1:8095","unauthenticated_routes":["/api/public"]}""")]
    public async Task Both_lookups_answer_alike(ServerDialect dialect, string expected)
    {
        await using var api = await Api.StartAsync(o => o.Dialect = dialect);
        var id = await api.CreateSandboxAsync($"{{{Access}}}");
        api.Advance(1);
        foreach (var path in new[] { $"/internal/v1/namespaces/t/sandboxes/{id}", $"/internal/v1/sandboxes/{id}" })
        {
            Assert.Equal((HttpStatusCode.OK, expected.Replace("ID", id, StringComparison.Ordinal)), await api.SendAsync(HttpMethod.Get, path));
        }
    }

    [Fact]
    public async Task The_older_server_looks_up_only_in_a_namespace_and_only_with_a_container()
    {
        await using var api = await Api.StartAsync(o =>
        {
            o.Dialect = ServerDialect.Older;
            o.ExecutorCount = 0;
        });
        var id = await api.CreateSandboxAsync();
        var path = $"/internal/v1/namespaces/t/sandboxes/{id}";
        Assert.Equal((HttpStatusCode.NotFound, "Sandbox has no container assigned"), await api.SendAsync(HttpMethod.Get, path));
        Assert.Equal((HttpStatusCode.NotFound, ""), await api.SendAsync(HttpMethod.Get, $"/internal/v1/sandboxes/{id}"));

        api.Emulator.AddExecutors();
        var expected = $$"""{"id":"{{id}}","status":"Pending","dataplane_api_address":"127.0.0.1:8095"}""";
        Assert.Equal((HttpStatusCode.OK, expected), await api.SendAsync(HttpMethod.Get, path));
    }

    [Theory]
    [InlineData(ServerDialect.Ports, "\"status\":\"snapshotting\"")]
    [InlineData(ServerDialect.Routes, "\"status\":\"Running\"")]
    public async Task While_a_snapshot_runs_the_lookups_tell_the_sandbox_or_its_container(ServerDialect dialect, string expected)
    {
        await using var api = await Api.StartAsync(o => o.Dialect = dialect);
        var id = await api.CreateSandboxAsync();
        api.Advance(1);
        await api.SnapshotAsync(id);
        Assert.Contains(expected, (await api.SendAsync(HttpMethod.Get, $"/internal/v1/sandboxes/{id}")).Text, StringComparison.Ordinal);
    }
}
