using System.Text;
using System.Text.Json;

namespace Sandbox.Client.Serialization.Internal;

/// <summary>Recognises the member names of the wire without making strings.</summary>
internal static class WireNames
{
    /// <summary>The name that the reader stands on; a name that is no text is one that nobody knows.</summary>
    public static WireName Read(ref Utf8JsonReader reader)
    {
        if (!reader.HasValueSequence && !reader.ValueIsEscaped)
        {
            return Match(reader.ValueSpan);
        }

        try
        {
            return Match(Encoding.UTF8.GetBytes(reader.GetString()!));
        }
        catch (InvalidOperationException)
        {
            return WireName.Unknown;
        }
    }

    private static WireName Match(ReadOnlySpan<byte> name) => name.Length switch
    {
        2 => name.SequenceEqual("id"u8) ? WireName.Id : WireName.Unknown,
        4 => name.SequenceEqual("cpus"u8) ? WireName.Cpus
            : name.SequenceEqual("gpus"u8) ? WireName.Gpus
            : name.SequenceEqual("name"u8) ? WireName.Name
            : WireName.Unknown,
        5 => name.SequenceEqual("count"u8) ? WireName.Count
            : name.SequenceEqual("error"u8) ? WireName.Error
            : name.SequenceEqual("image"u8) ? WireName.Image
            : name.SequenceEqual("model"u8) ? WireName.Model
            : name.SequenceEqual("state"u8) ? WireName.State
            : WireName.Unknown,
        6 => name.SequenceEqual("checks"u8) ? WireName.Checks
            : name.SequenceEqual("status"u8) ? WireName.Status
            : WireName.Unknown,
        7 => name.SequenceEqual("network"u8) ? WireName.Network
            : name.SequenceEqual("outcome"u8) ? WireName.Outcome
            : name.SequenceEqual("pool_id"u8) ? WireName.PoolId
            : name.SequenceEqual("version"u8) ? WireName.Version
            : WireName.Unknown,
        8 => name.SequenceEqual("database"u8) ? WireName.Database
            : name.SequenceEqual("deny_out"u8) ? WireName.DenyOut
            : WireName.Unknown,
        9 => name.SequenceEqual("allow_out"u8) ? WireName.AllowOut
            : name.SequenceEqual("memory_mb"u8) ? WireName.MemoryMb
            : name.SequenceEqual("namespace"u8) ? WireName.Namespace
            : name.SequenceEqual("resources"u8) ? WireName.Resources
            : WireName.Unknown,
        10 => name.SequenceEqual("base_image"u8) ? WireName.BaseImage
            : name.SequenceEqual("containers"u8) ? WireName.Containers
            : name.SequenceEqual("created_at"u8) ? WireName.CreatedAt
            : name.SequenceEqual("entrypoint"u8) ? WireName.Entrypoint
            : name.SequenceEqual("sandbox_id"u8) ? WireName.SandboxId
            : name.SequenceEqual("size_bytes"u8) ? WireName.SizeBytes
            : WireName.Unknown,
        11 => name.SequenceEqual("executor_id"u8) ? WireName.ExecutorId
            : name.SequenceEqual("sandbox_url"u8) ? WireName.SandboxUrl
            : name.SequenceEqual("snapshot_id"u8) ? WireName.SnapshotId
            : WireName.Unknown,
        12 => name.SequenceEqual("container_id"u8) ? WireName.ContainerId
            : name.SequenceEqual("secret_names"u8) ? WireName.SecretNames
            : name.SequenceEqual("snapshot_uri"u8) ? WireName.SnapshotUri
            : name.SequenceEqual("timeout_secs"u8) ? WireName.TimeoutSecs
            : WireName.Unknown,
        13 => name.SequenceEqual("exposed_ports"u8) ? WireName.ExposedPorts : WireName.Unknown,
        14 => name.SequenceEqual("max_containers"u8) ? WireName.MaxContainers
            : name.SequenceEqual("min_containers"u8) ? WireName.MinContainers
            : name.SequenceEqual("network_policy"u8) ? WireName.NetworkPolicy
            : name.SequenceEqual("pending_reason"u8) ? WireName.PendingReason
            : WireName.Unknown,
        15 => name.SequenceEqual("warm_containers"u8) ? WireName.WarmContainers : WireName.Unknown,
        16 => name.SequenceEqual("executor_manager"u8) ? WireName.ExecutorManager : WireName.Unknown,
        17 => name.SequenceEqual("ephemeral_disk_mb"u8) ? WireName.EphemeralDiskMb : WireName.Unknown,
        19 => name.SequenceEqual("blob_storage_bucket"u8) ? WireName.BlobStorageBucket
            : name.SequenceEqual("blob_storage_region"u8) ? WireName.BlobStorageRegion
            : WireName.Unknown,
        21 => name.SequenceEqual("allow_internet_access"u8) ? WireName.AllowInternetAccess
            : name.SequenceEqual("dataplane_api_address"u8) ? WireName.DataplaneApiAddress
            : WireName.Unknown,
        22 => name.SequenceEqual("unauthenticated_routes"u8) ? WireName.UnauthenticatedRoutes : WireName.Unknown,
        28 => name.SequenceEqual("allow_unauthenticated_access"u8) ? WireName.AllowUnauthenticatedAccess : WireName.Unknown,
        34 => name.SequenceEqual("allow_unauthenticated_proxy_access"u8) ? WireName.AllowUnauthenticatedProxyAccess : WireName.Unknown,
        _ => WireName.Unknown,
    };
}
