using System.Text.Json;
using System.Text.Json.Nodes;
using Sandbox.Client.Models;
using Sandbox.Client.Serialization;

namespace Sandbox.Client.Tests.Models;

/// <summary>What requests say on the wire.</summary>
public sealed class RequestBodyTests
{
    [Fact]
    public void An_empty_request_says_nothing() => AssertBody("{}", new CreateSandboxRequest());

    [Fact]
    public void Half_filled_resources_are_filled_with_the_servers_defaults_for_a_sandbox() =>
        AssertBody("""{"resources":{"cpus":2,"memory_mb":1024,"ephemeral_disk_mb":1024}}""", new CreateSandboxRequest { Resources = new() { Cpus = 2 } });

    [Fact]
    public void Empty_resources_are_not_the_servers_tenth_of_a_cpu() =>
        AssertBody("""{"resources":{"cpus":1,"memory_mb":1024,"ephemeral_disk_mb":1024}}""", new CreateSandboxRequest { Resources = new() });

    [Fact]
    public void A_restore_inherits_what_it_does_not_say()
    {
        AssertBody("""{"resources":{"cpus":0,"memory_mb":0,"ephemeral_disk_mb":0},"snapshot_id":"s"}""", new CreateSandboxRequest { SnapshotId = "s" });
        AssertBody(
            """{"resources":{"cpus":0,"memory_mb":512,"ephemeral_disk_mb":0},"snapshot_id":"s"}""",
            new CreateSandboxRequest { SnapshotId = "s", Resources = new() { MemoryMb = 512 } });
    }

    [Fact]
    public void Gpus_do_not_bring_the_odd_defaults_with_them() => AssertBody(
        """{"resources":{"cpus":1,"memory_mb":1024,"ephemeral_disk_mb":1024,"gpus":[{"count":1,"model":"H100"}]}}""",
        new CreateSandboxRequest { Gpus = [new SandboxGpu { Count = 1, Model = "H100" }] });

    [Fact]
    public void Exposed_ports_tell_four_things_apart_and_all_survive_a_round_trip()
    {
        AssertBody("{}", new CreateSandboxRequest());
        AssertBody("""{"exposed_ports":null}""", new CreateSandboxRequest { ExposedPorts = ExposedPorts.DaemonOnly });
        AssertBody("""{"exposed_ports":[]}""", new CreateSandboxRequest { ExposedPorts = [] });
        AssertBody("""{"exposed_ports":[8080,3000]}""", new CreateSandboxRequest { ExposedPorts = [8080, 3000] });
        List<ExposedPorts> all = [default, ExposedPorts.DaemonOnly, [], [8080], [8080, 3000], [3000, 8080]];
        Assert.Distinct(all);
    }

    [Fact]
    public void An_update_from_a_pools_record_keeps_all_of_it_and_takes_the_hidden_three()
    {
        var create = new CreateSandboxPoolRequest
        {
            Image = "i",
            Resources = new() { Cpus = 2, MemoryMb = 3, EphemeralDiskMb = 4 },
            Gpus = [new SandboxGpu { Count = 1, Model = "H100" }],
            SecretNames = ["S"],
            Timeout = TimeSpan.FromSeconds(5),
            Entrypoint = ["run"],
            MaxContainers = 6,
            WarmContainers = 7,
            Network = new() { AllowInternetAccess = false },
            UnauthenticatedRoutes = ["/r"],
            AllowUnauthenticatedAccess = true,
            ExposedPorts = [8],
        };
        var record = new SandboxPoolInfo
        {
            Id = "p",
            Namespace = "n",
            Image = "i",
            Resources = create.Resources,
            TimeoutSeconds = 5,
            MaxContainers = 6,
            WarmContainers = 7,
            NetworkPolicy = create.Network,
            UnauthenticatedRoutes = ["/r"],
            AllowUnauthenticatedAccess = true,
            ExposedPorts = [8],
        };

        var update = UpdateSandboxPoolRequest.From(create);

        Assert.Equal(update, UpdateSandboxPoolRequest.From(record, create.Entrypoint, create.SecretNames, create.Gpus));
        Assert.Equal(JsonSerializer.Serialize(create, SandboxJson.Options), JsonSerializer.Serialize(update, SandboxJson.Options));
    }

    [Fact]
    public void Records_can_be_written_and_read_without_options_too()
    {
        var request = new CreateSandboxRequest { Image = "i", ExposedPorts = [1], Entrypoint = ["a"] };

        Assert.Equal(request, JsonSerializer.Deserialize<CreateSandboxRequest>(JsonSerializer.Serialize(request)));
    }

    private static void AssertBody(string json, CreateSandboxRequest request)
    {
        var written = JsonSerializer.Serialize(request, SandboxJson.Options);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(written)), written);
        Assert.Equal(written, JsonSerializer.Serialize(JsonSerializer.Deserialize<CreateSandboxRequest>(written, SandboxJson.Options)!, SandboxJson.Options));
    }
}
