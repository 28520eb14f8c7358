using System.Text.Json;
using Sandbox.Client.Models;

namespace Sandbox.Client.Serialization.Internal;

internal sealed class SandboxInfoConverter : RecordConverter<SandboxInfo>
{
    public static readonly SandboxInfoConverter Instance = new();

    public override SandboxInfo ReadRecord(ref Utf8JsonReader reader)
    {
        WireReader.StartObject(ref reader, "sandbox");
        string? id = null;
        string? namespaceName = null;
        string? image = null;
        string? status = null;
        string? pendingReason = null;
        string? outcome = null;
        DateTimeOffset? createdAt = null;
        string? containerId = null;
        string? executorId = null;
        SandboxResources? resources = null;
        ulong? timeoutSeconds = null;
        string? sandboxUrl = null;
        string? poolId = null;
        NetworkPolicy? networkPolicy = null;
        ValueList<string>? unauthenticatedRoutes = null;
        bool? allowUnauthenticatedAccess = null;
        ExposedPorts exposedPorts = default;
        while (WireReader.NextMember(ref reader, out var name))
        {
            switch (name)
            {
                case WireName.Id:
                case WireName.SandboxId:
                    id = WireReader.ReadIdentifier(ref reader, "id") ?? id;
                    break;
                case WireName.Namespace:
                    namespaceName = WireReader.ReadText(ref reader, "namespace");
                    break;
                case WireName.Image:
                    image = WireReader.ReadText(ref reader, "image");
                    break;
                case WireName.Status:
                    status = WireReader.ReadText(ref reader, "status");
                    break;
                case WireName.PendingReason:
                    pendingReason = WireReader.ReadText(ref reader, "pending_reason");
                    break;
                case WireName.Outcome:
                    outcome = WireReader.ReadText(ref reader, "outcome");
                    break;
                case WireName.CreatedAt:
                    createdAt = WireReader.ReadTime(ref reader, "created_at");
                    break;
                case WireName.ContainerId:
                    containerId = WireReader.ReadText(ref reader, "container_id");
                    break;
                case WireName.ExecutorId:
                    executorId = WireReader.ReadText(ref reader, "executor_id");
                    break;
                case WireName.Resources:
                    resources = WireReader.ReadRecord(ref reader, SandboxResourcesConverter.Instance) ?? resources;
                    break;
                case WireName.TimeoutSecs:
                    timeoutSeconds = WireReader.ReadUInt64(ref reader, "timeout_secs");
                    break;
                case WireName.SandboxUrl:
                    sandboxUrl = WireReader.ReadText(ref reader, "sandbox_url");
                    break;
                case WireName.PoolId:
                    poolId = WireReader.ReadText(ref reader, "pool_id");
                    break;
                case WireName.NetworkPolicy:
                case WireName.Network:
                    networkPolicy = WireReader.ReadRecord(ref reader, NetworkPolicyConverter.Instance) ?? networkPolicy;
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
                default:
                    WireReader.Skip(ref reader);
                    break;
            }
        }

        return new()
        {
            Id = id ?? throw WireReader.Missing("sandbox", "id"),
            Namespace = namespaceName ?? throw WireReader.Missing("sandbox", "namespace"),
            Image = image ?? throw WireReader.Missing("sandbox", "image"),
            Status = status is null ? default : new SandboxStatus(status),
            PendingReason = pendingReason is null ? null : new SandboxPendingReason(pendingReason),
            Outcome = outcome is null ? null : new SandboxOutcome(outcome),
            CreatedAt = createdAt,
            ContainerId = containerId,
            ExecutorId = executorId,
            Resources = resources,
            TimeoutSeconds = timeoutSeconds,
            SandboxUrl = sandboxUrl,
            PoolId = poolId,
            NetworkPolicy = networkPolicy,
            UnauthenticatedRoutes = unauthenticatedRoutes,
            AllowUnauthenticatedAccess = allowUnauthenticatedAccess,
            ExposedPorts = exposedPorts,
        };
    }

    public override void WriteRecord(Utf8JsonWriter writer, SandboxInfo value)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, value.Id);
        writer.WriteString("namespace"u8, value.Namespace);
        writer.WriteString("image"u8, value.Image);
        writer.WriteText("status"u8, value.Status.IsSpecified ? value.Status.Value : null);
        writer.WriteText("pending_reason"u8, value.PendingReason?.Value);
        writer.WriteText("outcome"u8, value.Outcome?.Value);
        writer.WriteTime("created_at"u8, value.CreatedAt);
        writer.WriteText("container_id"u8, value.ContainerId);
        writer.WriteText("executor_id"u8, value.ExecutorId);
        writer.WriteRecord("resources"u8, value.Resources, SandboxResourcesConverter.Instance);
        writer.WriteUInt64("timeout_secs"u8, value.TimeoutSeconds);
        writer.WriteText("sandbox_url"u8, value.SandboxUrl);
        writer.WriteText("pool_id"u8, value.PoolId);
        writer.WriteRecord("network_policy"u8, value.NetworkPolicy, NetworkPolicyConverter.Instance);
        writer.WriteTexts("unauthenticated_routes"u8, value.UnauthenticatedRoutes);
        writer.WriteBoolean("allow_unauthenticated_access"u8, value.AllowUnauthenticatedAccess);
        writer.WritePorts("exposed_ports"u8, value.ExposedPorts);
        writer.WriteEndObject();
    }
}
