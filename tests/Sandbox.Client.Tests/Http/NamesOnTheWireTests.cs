using Sandbox.Client.Tests.Support;

namespace Sandbox.Client.Tests.Http;

/// <summary>An id travels as exactly one path segment, or not at all.</summary>
public sealed class NamesOnTheWireTests
{
    public static TheoryData<string> Accepted => ["a", "%2e", "%2E%2e", "%2F", "a b", "a+b", "a?x=1", "a#b", "a;b", "a\\b", "ü中😀", "...", "..a", "a&b=c", "%", "%zz", "a:b@c", "~tilde", "'\"<>"];

    public static TheoryData<string> Refused =>
        ["", ".", "..", "/", "a/b", "a/../../x?y=1", "../x", "a|b", "a\0b", "a\nb", "\u007F", "a\u0085"];

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task An_accepted_id_is_one_segment_of_what_a_socket_receives(string id)
    {
        await using var server = RawServer.Start(RawServer.Answer(404, "Sandbox not found", "text/plain"));
        using var client = server.CreateClient();

        Assert.True(SandboxIdentifier.IsValid(id));
        Assert.Null(await client.FindAsync(id));

        var target = Assert.Single(server.Requests).Split(' ')[1];
        Assert.All(target, character => Assert.InRange(character, '!', '~'));
        Assert.DoesNotContain('?', target);
        Assert.DoesNotContain('#', target);
        Assert.Equal(["", "v1", "namespaces", "default", "sandboxes", id], target.Split('/').Select(Uri.UnescapeDataString));
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task An_accepted_namespace_is_one_segment_under_the_endpoints_path(string name)
    {
        await using var server = RawServer.Start(RawServer.Answer(404, "Sandbox not found", "text/plain"));
        using var client = server.CreateClient(options => options.Endpoint = new Uri(server.Endpoint, "/behind/a%20proxy/"));

        Assert.Null(await client.InNamespace(name).Lookup.FindAsync("x"));

        var target = Assert.Single(server.Requests).Split(' ')[1];
        Assert.Equal(["", "behind", "a proxy", "internal", "v1", "namespaces", name, "sandboxes", "x"], target.Split('/').Select(Uri.UnescapeDataString));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_refused_id_never_leaves(string id)
    {
        await using var server = RawServer.Start(RawServer.Answer(200, Wire.Sandbox()));
        using var client = server.CreateClient();

        Assert.False(SandboxIdentifier.IsValid(id));
        Assert.Null(await client.FindAsync(id));
        Assert.Null(await client.Pools.FindAsync(id));
        Assert.Null(await client.Snapshots.FindAsync(id));
        Assert.Null(await client.Lookup.FindAsync(id));
        Assert.Null(await client.Lookup.FindGlobalAsync(id));
        await Assert.ThrowsAsync<ArgumentException>(() => client.GetAsync(id));
        await Assert.ThrowsAsync<ArgumentException>(() => client.DeleteAsync(id));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Pools.GetAsync(id));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Pools.DeleteAsync(id));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Pools.CreateSandboxAsync(id));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Snapshots.CreateAsync(id));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Snapshots.DeleteAsync(id));
        Assert.Throws<ArgumentException>(() => client.InNamespace(id));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void Half_a_surrogate_pair_can_be_no_id()
    {
        // Not theory data: test runners replace them.
        Assert.False(SandboxIdentifier.IsValid("\uD800"));
        Assert.False(SandboxIdentifier.IsValid("a\uDC00b"));
        Assert.False(SandboxIdentifier.IsValid("\uDC00\uD800"));
        Assert.True(SandboxIdentifier.IsValid("\uD83D\uDE00"));
    }

    [Fact]
    public async Task A_call_that_makes_or_ends_something_says_that_it_has_no_content()
    {
        await using var server = RawServer.Start(RawServer.Answer(404, "no", "text/plain"));
        using var client = server.CreateClient();

        await Record.ExceptionAsync(() => client.Pools.CreateSandboxAsync("p"));
        await Record.ExceptionAsync(() => client.Snapshots.CreateAsync("s"));
        await Record.ExceptionAsync(() => client.DeleteAsync("s"));

        Assert.Equal(3, server.Requests.Count);
        Assert.All(server.Requests, request => Assert.Contains("Content-Length: 0\r\n", request, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_key_goes_to_the_endpoint_and_redirects_are_not_followed()
    {
        await using var other = RawServer.Start(RawServer.Answer(200, Wire.Sandbox()));
        await using var server = RawServer.Start(RawServer.Answer(302, "", headers: $"location: {other.Endpoint}/x\r\n"));
        using var client = server.CreateClient(options => options.ApiKey = "the-key");

        var error = await Assert.ThrowsAsync<Client.Errors.SandboxResponseException>(() => client.GetAsync("a"));

        Assert.Contains("Authorization: Bearer the-key", Assert.Single(server.Requests), StringComparison.Ordinal);
        Assert.Empty(other.Requests);
        Assert.DoesNotContain("the-key", error.ToString(), StringComparison.Ordinal);
    }
}
