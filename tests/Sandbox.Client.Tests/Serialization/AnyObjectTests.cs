using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Sandbox.Client.Models;
using Sandbox.Client.Serialization;

namespace Sandbox.Client.Tests.Serialization;

/// <summary>Any object with the members that the contract promises reads, whatever else it holds, and reads again the same.</summary>
public sealed class AnyObjectTests
{
    private const string Seed = "0N0XIzNsQ0O2";
    private const int Cases = 2_000;

    private static readonly string[] UnknownNames = ["x", "Id", "STATUS", "next_cursor", "", "ü", "resource", "exposed_port"];
    private static readonly string[] UnknownValues = ["null", "true", "-1.5e300", "\"text\"", "[]", "[[{\"id\":1}]]", "{\"id\":\"nested\",\"a\":{}}"];

    private static readonly Dictionary<string, string[]> Optional = new(StringComparer.Ordinal)
    {
        ["status"] = ["\"pending\"", "\"Running\"", "\"new-one\"", "\"\"", "null"],
        ["pending_reason"] = ["\"scheduling\"", "null"],
        ["outcome"] = ["null", "\"Success(Timeout)\""],
        ["created_at"] = ["0", "1772700000123", "18446744073709551615", "null"],
        ["container_id"] = ["null", "\"c\""],
        ["executor_id"] = ["null", "\"e\""],
        ["resources"] = ["{\"cpus\":1.0,\"memory_mb\":1024,\"ephemeral_disk_mb\":18446744073709551615}", "{}", "{\"cpus\":0.001,\"more\":[1]}"],
        ["timeout_secs"] = ["0", "600", "18446744073709551615"],
        ["sandbox_url"] = ["null", "\"http://127.0.0.1:8095\""],
        ["pool_id"] = ["null", "\"p\""],
        ["network_policy"] = ["{\"allow_internet_access\":false,\"allow_out\":[\"10.0.0.0/8\"],\"deny_out\":[]}", "{}", "null"],
        ["unauthenticated_routes"] = ["[\"/api\",\"/ü\"]", "[]"],
        ["allow_unauthenticated_access"] = ["true", "false"],
        ["exposed_ports"] = ["null", "[]", "[8080,8080,0]"],
        ["dataplane_api_address"] = ["null", "\"127.0.0.1:8095\""],
        ["min_containers"] = ["null", "0"],
        ["max_containers"] = ["null", "4294967295"],
        ["warm_containers"] = ["null", "2"],
        ["containers"] = ["[]", "[{\"id\":\"c\",\"state\":\"running\",\"sandbox_id\":null,\"executor_id\":\"e\"}]"],
        ["error"] = ["\"why\"", "null"],
        ["snapshot_uri"] = ["\"file:///x\""],
        ["size_bytes"] = ["0", "18446744073709551615"],
        ["base_image"] = ["\"i\"", "null"],
        ["version"] = ["\"0.3.15\""],
        ["checks"] = ["{\"database\":\"ok\",\"executor_manager\":\"ok\"}", "{}", "null"],
    };

    [Fact]
    public void Sandboxes() => Check<SandboxInfo>("id", "namespace", "image");

    [Fact]
    public void Created_sandboxes() => Check<CreatedSandbox>("sandbox_id");

    [Fact]
    public void Lookups() => Check<SandboxLookup>("id");

    [Fact]
    public void Pools() => Check<SandboxPoolInfo>("pool_id", "namespace", "image");

    [Fact]
    public void Pools_with_containers() => Check<SandboxPoolDetail>("pool_id", "namespace", "image");

    [Fact]
    public void Snapshots() => Check<SnapshotInfo>("id", "namespace", "sandbox_id");

    [Fact]
    public void Health() => Check<ServerHealth>("status");

    /// <summary>CsCheck prints the seed of a case that fails.</summary>
    private static void Check<T>(params string[] required)
        where T : class
    {
        var member = Gen.OneOf(
            Gen.OneOfConst([.. Optional.Keys.Except(required)]).SelectMany(name => Gen.OneOfConst(Optional[name]).Select(value => (name, value))),
            Gen.Select(Gen.OneOfConst(UnknownNames), Gen.OneOfConst(UnknownValues)));
        Gen.Select(member.Array[0, 12], Gen.Int[0, 1000]).Sample(
            (optional, shuffle) =>
            {
                var members = optional.Concat(required.Select(name => (name, value: "\"ok\""))).DistinctBy(entry => entry.Item1).ToArray();
                new Random(shuffle).Shuffle(members);
                var json = $"{{{string.Join(',', members.Select(entry => $"{JsonSerializer.Serialize(entry.Item1)}:{entry.Item2}"))}}}";

                var read = JsonSerializer.Deserialize<T>(json, SandboxJson.Options)!;
                var again = JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(read, SandboxJson.Options), SandboxJson.Options)!;

                Assert.Equal(read, again);
                Assert.Equal(read.GetHashCode(), again.GetHashCode());
            },
            seed: Seed,
            iter: Cases,
            threads: 1);
    }

    [Fact]
    public void Aliases_are_read_and_a_null_does_not_hide_the_other_name()
    {
        var sandbox = JsonSerializer.Deserialize<SandboxInfo>("""{"sandbox_id":"a","id":null,"namespace":"n","image":"i","network":{"allow_internet_access":false}}""", SandboxJson.Options)!;

        Assert.Equal("a", sandbox.Id);
        Assert.False(sandbox.NetworkPolicy!.AllowInternetAccess);
        Assert.Equal("a", JsonSerializer.Deserialize<CreatedSandbox>("""{"id":"a"}""", SandboxJson.Options)!.Id);
    }

    [Fact]
    public void What_a_server_does_not_say_is_never_permission()
    {
        var older = JsonSerializer.Deserialize<SandboxLookup>("""{"id":"a","status":"Running","dataplane_api_address":"x:1"}""", SandboxJson.Options)!;

        Assert.Null(older.UnauthenticatedRoutes);
        Assert.Null(older.AllowUnauthenticatedAccess);
        Assert.False(older.ExposedPorts.IsSpecified);
        Assert.Null(older.Namespace);
    }

    [Fact]
    public void Escaped_member_names_are_the_same_names()
    {
        var sandbox = JsonSerializer.Deserialize<SandboxLookup>("""{"\u0069d":"a","\ud800":1}""", SandboxJson.Options)!;

        Assert.Equal("a", sandbox.Id);
        Assert.Equal("""{"id":"a"}""", JsonNode.Parse(JsonSerializer.Serialize(sandbox, SandboxJson.Options))!.ToJsonString());
    }
}
