using System.Text.Json;
using Sandbox.Client.Models;

namespace Sandbox.Client.Serialization.Internal;

internal sealed class SandboxPoolInfoConverter : RecordConverter<SandboxPoolInfo>
{
    public static readonly SandboxPoolInfoConverter Instance = new();

    public override SandboxPoolInfo ReadRecord(ref Utf8JsonReader reader) => ReadPool(ref reader, out _);

    /// <summary>A pool and, flattened into the same object, its containers.</summary>
    public static SandboxPoolInfo ReadPool(ref Utf8JsonReader reader, out ValueList<SandboxPoolContainer> containers)
    {
        containers = [];
        WireReader.StartObject(ref reader, "pool");
        string? id = null;
        string? namespaceName = null;
        string? image = null;
        SandboxResources? resources = null;
        uint? minContainers = null;
        uint? maxContainers = null;
        uint? warmContainers = null;
        ulong? timeoutSeconds = null;
        DateTimeOffset? createdAt = null;
        ValueList<string>? unauthenticatedRoutes = null;
        bool? allowUnauthenticatedAccess = null;
        ExposedPorts exposedPorts = default;
        NetworkPolicy? networkPolicy = null;
        while (WireReader.NextMember(ref reader, out var name))
        {
            switch (name)
            {
                case WireName.PoolId:
                case WireName.Id:
                    id = WireReader.ReadIdentifier(ref reader, "pool_id") ?? id;
                    break;
                case WireName.Namespace:
                    namespaceName = WireReader.ReadText(ref reader, "namespace");
                    break;
                case WireName.Image:
                    image = WireReader.ReadText(ref reader, "image");
                    break;
                case WireName.Resources:
                    resources = WireReader.ReadRecord(ref reader, SandboxResourcesConverter.Instance) ?? resources;
                    break;
                case WireName.MinContainers:
                    minContainers = WireReader.ReadUInt32(ref reader, "min_containers");
                    break;
                case WireName.MaxContainers:
                    maxContainers = WireReader.ReadUInt32(ref reader, "max_containers");
                    break;
                case WireName.WarmContainers:
                    warmContainers = WireReader.ReadUInt32(ref reader, "warm_containers");
                    break;
                case WireName.TimeoutSecs:
                    timeoutSeconds = WireReader.ReadUInt64(ref reader, "timeout_secs");
                    break;
                case WireName.CreatedAt:
                    createdAt = WireReader.ReadTime(ref reader, "created_at");
                    break;
                case WireName.UnauthenticatedRoutes:
                    unauthenticatedRoutes = WireReader.ReadTexts(ref reader, "unauthenticated_routes");
                    break;
                case WireName.AllowUnauthenticatedAccess:
                    allowUnauthenticatedAccess = WireReader.ReadBoolean(ref reader, "allow_unauthenticated_access");
                    break;
                case WireName.ExposedPorts:
                    exposedPorts = WireReader.ReadPorts(ref reader, "exposed_ports");
                    break;
                case WireName.NetworkPolicy:
                case WireName.Network:
                    networkPolicy = WireReader.ReadRecord(ref reader, NetworkPolicyConverter.Instance) ?? networkPolicy;
                    break;
                case WireName.Containers:
                    containers = WireReader.ReadRecords(ref reader, "containers", SandboxPoolContainerConverter.Instance);
                    break;
                default:
                    WireReader.Skip(ref reader);
                    break;
            }
        }

        return new()
        {
            Id = id ?? throw WireReader.Missing("pool", "pool_id"),
            Namespace = namespaceName ?? throw WireReader.Missing("pool", "namespace"),
            Image = image ?? throw WireReader.Missing("pool", "image"),
            Resources = resources,
            MinContainers = minContainers,
            MaxContainers = maxContainers,
            WarmContainers = warmContainers,
            TimeoutSeconds = timeoutSeconds,
            CreatedAt = createdAt,
            UnauthenticatedRoutes = unauthenticatedRoutes,
            AllowUnauthenticatedAccess = allowUnauthenticatedAccess,
            ExposedPorts = exposedPorts,
            NetworkPolicy = networkPolicy,
        };
    }

    public override void WriteRecord(Utf8JsonWriter writer, SandboxPoolInfo value)
    {
        writer.WriteStartObject();
        WriteMembers(writer, value);
        writer.WriteEndObject();
    }

    public static void WriteMembers(Utf8JsonWriter writer, SandboxPoolInfo value)
    {
        writer.WriteString("pool_id"u8, value.Id);
        writer.WriteString("namespace"u8, value.Namespace);
        writer.WriteString("image"u8, value.Image);
        writer.WriteRecord("resources"u8, value.Resources, SandboxResourcesConverter.Instance);
        writer.WriteUInt64("min_containers"u8, value.MinContainers);
        writer.WriteUInt64("max_containers"u8, value.MaxContainers);
        writer.WriteUInt64("warm_containers"u8, value.WarmContainers);
        writer.WriteUInt64("timeout_secs"u8, value.TimeoutSeconds);
        writer.WriteTime("created_at"u8, value.CreatedAt);
        writer.WriteTexts("unauthenticated_routes"u8, value.UnauthenticatedRoutes);
        writer.WriteBoolean("allow_unauthenticated_access"u8, value.AllowUnauthenticatedAccess);
        writer.WritePorts("exposed_ports"u8, value.ExposedPorts);
        writer.WriteRecord("network_policy"u8, value.NetworkPolicy, NetworkPolicyConverter.Instance);
    }
}
