using Sandbox.Client.Models;
using Sandbox.Client.Routing;
using Sandbox.Client.Tests.Support;

namespace Sandbox.Client.Tests.Models;

/// <summary>What no server can mean well never leaves, and the message says what to write.</summary>
public sealed class RequestValidationTests
{
    public static TheoryData<CreateSandboxRequest, string> Sandboxes => new()
    {
        { new() { Image = "" }, "Image must not be empty" },
        { new() { Resources = new() { Cpus = -1 } }, "Resources.Cpus" },
        { new() { Resources = new() { Cpus = double.NaN } }, "Resources.Cpus" },
        { new() { Resources = new() { Cpus = double.PositiveInfinity } }, "Resources.Cpus" },
        { new() { Gpus = [new() { Count = 1, Model = "a" }, new() { Count = 1, Model = "b" }] }, "Gpus can have one entry only" },
        { new() { Gpus = [new() { Count = 0, Model = "a" }] }, "Gpus must have a count above zero" },
        { new() { SnapshotId = "../x" }, "SnapshotId must be the id of a snapshot" },
        { new() { Entrypoint = ["a", null!] }, "Entrypoint must have no null entry" },
    };

    public static TheoryData<CreateSandboxPoolRequest, string> Pools => new()
    {
        { new() { Image = "" }, "Image must not be empty" },
        { new() { Image = "i", Resources = new() { Cpus = 0 } }, "Resources of a pool must have CPUs and memory above zero" },
        { new() { Image = "i", Resources = new() { MemoryMb = 0 } }, "Resources of a pool must have CPUs and memory above zero" },
        { new() { Image = "i", WarmContainers = 3, MaxContainers = 2 }, "WarmContainers must not be above MaxContainers" },
    };

    // Half surrogate pairs do not survive the way from discovery to the run, so the rows are made in the run.
    public static TheoryData<string?, UnauthenticatedRouteErrorCode> BadRoutes => new()
    {
        { "/a/../b", UnauthenticatedRouteErrorCode.DotSegment },
        { "/a\uD800", UnauthenticatedRouteErrorCode.BadUtf8 },
        { null, UnauthenticatedRouteErrorCode.Empty },
    };

    public static TheoryData<string?> NoText => ["/a\uD800", null];

    [Theory]
    [MemberData(nameof(Sandboxes))]
    public async Task A_sandbox_that_can_not_be_meant(CreateSandboxRequest request, string message)
    {
        await using var server = RawServer.Start(RawServer.Answer(200, "{}"));
        using var client = server.CreateClient();

        var error = await Assert.ThrowsAsync<ArgumentException>(() => client.CreateAsync(request));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [MemberData(nameof(Pools))]
    public async Task A_pool_that_can_not_be_meant(CreateSandboxPoolRequest request, string message)
    {
        await using var server = RawServer.Start(RawServer.Answer(200, "{}"));
        using var client = server.CreateClient();

        var creation = await Assert.ThrowsAsync<ArgumentException>(() => client.Pools.CreateAsync(request));
        var update = await Assert.ThrowsAsync<ArgumentException>(() => client.Pools.UpdateAsync("p", UpdateSandboxPoolRequest.From(request)));

        Assert.Contains(message, creation.Message, StringComparison.Ordinal);
        Assert.Contains(message, update.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_public_path_that_the_matcher_could_not_use_is_refused_unless_it_is_wanted_so()
    {
        await using var server = RawServer.Start(RawServer.Answer(200, """{"sandbox_id":"a"}"""));
        using var client = server.CreateClient();
        using var lenient = server.CreateClient(options =>
        {
            options.SendUncheckedRoutes = true;
            options.VerifyAccessSettings = false;
        });
        var request = new CreateSandboxRequest { UnauthenticatedRoutes = ["/ok", "/a/../b"] };

        var error = await Assert.ThrowsAsync<InvalidUnauthenticatedRouteException>(() => client.CreateAsync(request));
        Assert.Equal(1, error.Diagnostic?.Index);
        Assert.Empty(server.Requests);

        Assert.Equal("a", (await lenient.CreateAsync(request)).Id);
    }

    [Theory]
    [MemberData(nameof(BadRoutes), DisableDiscoveryEnumeration = true)]
    public async Task Every_request_with_public_paths_names_the_entry_before_anything_is_sent(string? entry, UnauthenticatedRouteErrorCode code)
    {
        await using var server = RawServer.Start(RawServer.Answer(200, "{}"));
        using var client = server.CreateClient();
        var sandbox = new CreateSandboxRequest { UnauthenticatedRoutes = ["/ok", entry!] };
        var pool = new CreateSandboxPoolRequest { Image = "i", UnauthenticatedRoutes = ["/ok", entry!] };
        foreach (var send in (Func<Task>[])[
            () => client.CreateAsync(sandbox),
            () => client.Pools.CreateAsync(pool),
            () => client.Pools.UpdateAsync("p", UpdateSandboxPoolRequest.From(pool))])
        {
            var error = await Assert.ThrowsAsync<InvalidUnauthenticatedRouteException>(send);
            Assert.Equal((1, entry, code), (error.Diagnostic!.Index, error.Diagnostic.Entry, error.Diagnostic.Code));
        }

        Assert.Empty(server.Requests);
    }

    [Theory]
    [MemberData(nameof(NoText), DisableDiscoveryEnumeration = true)]
    public async Task What_is_no_text_is_refused_unchecked_too(string? entry)
    {
        await using var server = RawServer.Start(RawServer.Answer(200, "{}"));
        using var client = server.CreateClient(options => options.SendUncheckedRoutes = true);

        var error = await Assert.ThrowsAsync<ArgumentException>(() => client.CreateAsync(new CreateSandboxRequest { UnauthenticatedRoutes = [entry!] }));

        Assert.Contains("UnauthenticatedRoutes", error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_is_refused_rather_than_replaced()
    {
        await using var server = RawServer.Start(RawServer.Answer(200, "{}"));
        using var client = server.CreateClient();

        await Assert.ThrowsAsync<ArgumentException>(() => client.CreateAsync(new CreateSandboxRequest { Image = "a\uD800" }));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_bucket_needs_a_region()
    {
        await using var server = RawServer.Start(RawServer.Answer(200, "", type: null));
        using var client = server.CreateClient();

        await Assert.ThrowsAsync<ArgumentException>(() => client.Namespaces.CreateAsync(new() { Name = "n", BlobStorageBucket = "b" }));
        await client.Namespaces.CreateAsync(new() { Name = "n", BlobStorageBucket = "b", BlobStorageRegion = "r" });

        Assert.Contains("""{"name":"n","blob_storage_bucket":"b","blob_storage_region":"r"}""", Assert.Single(server.Requests), StringComparison.Ordinal);
    }
}
