using System.Collections;
using System.Text.Json;
using Sandbox.Client.Models;

namespace Sandbox.Client.ContractTests.Answers;

/// <summary>Compares a record member by member with JSON from the wire; read here with plain JSON, not with the client's own readers.</summary>
internal static class RecordAssert
{
    public static void Equal(JsonElement json, object? record, string askedNamespace, string where)
    {
        switch (record)
        {
            case SandboxInfo sandbox:
                Sandbox(json, sandbox);
                break;
            case CreatedSandbox created:
                Assert.Equal(Text(json, "sandbox_id"), created.Id);
                Assert.Equal(Text(json, "status"), created.Status.Value);
                Assert.Equal(Text(json, "pending_reason"), created.PendingReason?.Value);
                break;
            case SandboxLookup lookup:
                Assert.Equal(Text(json, "id"), lookup.Id);
                Assert.Equal(Text(json, "namespace"), lookup.Namespace);
                Assert.Equal(Text(json, "status"), lookup.Status.Value);
                Assert.Equal(Text(json, "dataplane_api_address"), lookup.DataplaneApiAddress);
                Access(json, lookup.UnauthenticatedRoutes, lookup.AllowUnauthenticatedAccess, lookup.ExposedPorts);
                break;
            case SandboxPoolInfo pool:
                Pool(json, pool);
                break;
            case SandboxPoolDetail detail:
                Detail(json, detail);
                break;
            case CreatedSandboxPool pool:
                Assert.Equal(Text(json, "pool_id"), pool.Id);
                Assert.Equal(Text(json, "namespace"), pool.Namespace);
                break;
            case SnapshotInfo snapshot:
                Snapshot(json, snapshot);
                break;
            case CreatedSnapshot snapshot:
                Assert.Equal(Text(json, "snapshot_id"), snapshot.Id);
                Assert.Equal(Text(json, "status"), snapshot.Status.Value);
                break;
            case NamespaceInfo name:
                Assert.Equal(Text(json, "name"), name.Name);
                Assert.Equal(Time(json), name.CreatedAt);
                Assert.Equal(Text(json, "blob_storage_bucket"), name.BlobStorageBucket);
                break;
            case ServerHealth health:
                Assert.Equal(Text(json, "status"), health.Status.Value);
                Assert.Equal(Text(json, "version"), health.Version);
                Assert.Equal(Text(json.GetProperty("checks"), "database"), health.Database.Value);
                Assert.Equal(Text(json.GetProperty("checks"), "executor_manager"), health.ExecutorManager.Value);
                break;
            case IList rows:
                Rows(json, rows, askedNamespace, where);
                break;
            default:
                Assert.Fail($"{where}: the client read {record?.GetType().Name ?? "nothing"}");
                break;
        }
    }

    private static void Rows(JsonElement json, IList rows, string askedNamespace, string where)
    {
        var recorded = json.EnumerateObject().Single().Value.EnumerateArray().ToList();
        Assert.True(rows.Count <= recorded.Count, where);
        var next = 0;
        foreach (var row in recorded)
        {
            if (next < rows.Count && (Text(row, "id") ?? Text(row, "pool_id") ?? Text(row, "name")) == Identity(rows[next]!))
            {
                Equal(row, rows[next++], askedNamespace, where);
            }
            else
            {
                // Only a row of another namespace may be missing.
                Assert.NotEqual(askedNamespace, Text(row, "namespace"));
            }
        }

        Assert.Equal(rows.Count, next);
    }

    private static string Identity(object row) => row switch
    {
        SandboxInfo sandbox => sandbox.Id,
        SandboxPoolInfo pool => pool.Id,
        SnapshotInfo snapshot => snapshot.Id,
        NamespaceInfo name => name.Name,
        _ => throw new ArgumentException(row.GetType().Name, nameof(row)),
    };

    private static void Sandbox(JsonElement json, SandboxInfo sandbox)
    {
        Assert.Equal(Text(json, "id"), sandbox.Id);
        Assert.Equal(Text(json, "namespace"), sandbox.Namespace);
        Assert.Equal(Text(json, "image"), sandbox.Image);
        Assert.Equal(Text(json, "status"), sandbox.Status.Value);
        Assert.Equal(Text(json, "pending_reason"), sandbox.PendingReason?.Value);
        Assert.Equal(Text(json, "outcome"), sandbox.Outcome?.Value);
        Assert.Equal(Time(json), sandbox.CreatedAt);
        Assert.Equal(Text(json, "container_id"), sandbox.ContainerId);
        Assert.Equal(Text(json, "executor_id"), sandbox.ExecutorId);
        Resources(json, sandbox.Resources);
        Timeout(json, sandbox.TimeoutSeconds, sandbox.Timeout);
        Assert.Equal(Text(json, "sandbox_url"), sandbox.SandboxUrl);
        Assert.Equal(Text(json, "pool_id"), sandbox.PoolId);
        Network(json, sandbox.NetworkPolicy);
        Access(json, sandbox.UnauthenticatedRoutes, sandbox.AllowUnauthenticatedAccess, sandbox.ExposedPorts);
    }

    private static void Pool(JsonElement json, SandboxPoolInfo pool)
    {
        Assert.Equal(Text(json, "pool_id"), pool.Id);
        Assert.Equal(Text(json, "namespace"), pool.Namespace);
        Assert.Equal(Text(json, "image"), pool.Image);
        Resources(json, pool.Resources);
        Assert.Equal(Number(json, "min_containers"), pool.MinContainers);
        Assert.Equal(Number(json, "max_containers"), pool.MaxContainers);
        Assert.Equal(Number(json, "warm_containers"), pool.WarmContainers);
        Timeout(json, pool.TimeoutSeconds, pool.Timeout);
        Assert.Equal(Time(json), pool.CreatedAt);
        Network(json, pool.NetworkPolicy);
        Access(json, pool.UnauthenticatedRoutes, pool.AllowUnauthenticatedAccess, pool.ExposedPorts);
    }

    private static void Detail(JsonElement json, SandboxPoolDetail detail)
    {
        Pool(json, detail.Pool);
        var containers = json.GetProperty("containers").EnumerateArray().ToList();
        Assert.Equal(containers.Count, detail.Containers.Count);
        foreach (var (container, read) in containers.Zip(detail.Containers))
        {
            Assert.Equal(Text(container, "id"), read.Id);
            Assert.Equal(Text(container, "state"), read.State.Value);
            Assert.Equal(Text(container, "sandbox_id"), read.SandboxId);
            Assert.Equal(Text(container, "executor_id"), read.ExecutorId);
        }
    }

    private static void Snapshot(JsonElement json, SnapshotInfo snapshot)
    {
        Assert.Equal(Text(json, "id"), snapshot.Id);
        Assert.Equal(Text(json, "namespace"), snapshot.Namespace);
        Assert.Equal(Text(json, "sandbox_id"), snapshot.SandboxId);
        Assert.Equal(Text(json, "base_image"), snapshot.BaseImage);
        Assert.Equal(Text(json, "status"), snapshot.Status.Value);
        Assert.Equal(Text(json, "error"), snapshot.Error);
        Assert.Equal(Text(json, "snapshot_uri"), snapshot.SnapshotUri);
        Assert.Equal(Number(json, "size_bytes"), snapshot.SizeBytes);
        Assert.Equal(Time(json), snapshot.CreatedAt);
    }

    private static void Resources(JsonElement json, SandboxResources? read)
    {
        var resources = json.GetProperty("resources");
        Assert.NotNull(read);
        Assert.Equal(resources.GetProperty("cpus").GetDouble(), read.Cpus);
        Assert.Equal(Number(resources, "memory_mb"), read.MemoryMb);
        Assert.Equal(Number(resources, "ephemeral_disk_mb"), read.EphemeralDiskMb);
    }

    private static void Timeout(JsonElement json, ulong? seconds, TimeSpan? timeout)
    {
        var recorded = json.GetProperty("timeout_secs").GetUInt64();
        Assert.Equal(recorded, seconds);
        Assert.Equal(
            recorded switch
            {
                0 => System.Threading.Timeout.InfiniteTimeSpan,
                ulong.MaxValue => TimeSpan.MaxValue,
                _ => TimeSpan.FromSeconds((long)recorded),
            },
            timeout);
    }

    private static void Network(JsonElement json, NetworkPolicy? read)
    {
        Assert.Equal(json.TryGetProperty("network_policy", out var policy), read is not null);
        if (read is not null)
        {
            Assert.Equal(policy.GetProperty("allow_internet_access").GetBoolean(), read.AllowInternetAccess);
            Assert.Equal(Texts(policy, "allow_out"), read.AllowOut);
            Assert.Equal(Texts(policy, "deny_out"), read.DenyOut);
        }
    }

    private static void Access(JsonElement json, ValueList<string>? routes, bool? everybody, ExposedPorts ports)
    {
        Assert.Equal(Texts(json, "unauthenticated_routes"), routes);
        Assert.Equal(json.TryGetProperty("allow_unauthenticated_access", out var allow) ? allow.GetBoolean() : null, everybody);
        var hasPorts = json.TryGetProperty("exposed_ports", out var exposed);
        Assert.Equal(hasPorts, ports.IsSpecified);
        Assert.Equal(hasPorts && exposed.ValueKind == JsonValueKind.Null, ports.IsDaemonOnly);
        Assert.Equal(hasPorts && exposed.ValueKind == JsonValueKind.Array ? exposed.EnumerateArray().Select(port => port.GetUInt16()) : null, ports.Ports);
    }

    private static string? Text(JsonElement json, string member) => json.TryGetProperty(member, out var value) ? value.GetString() : null;

    private static IEnumerable<string?>? Texts(JsonElement json, string member) =>
        json.TryGetProperty(member, out var values) ? values.EnumerateArray().Select(value => value.GetString()) : null;

    private static ulong? Number(JsonElement json, string member) =>
        json.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetUInt64() : null;

    private static DateTimeOffset? Time(JsonElement json) => Number(json, "created_at") is > 0 and var time ? DateTimeOffset.FromUnixTimeMilliseconds((long)time) : null;
}
