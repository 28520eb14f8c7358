using System.Text.Json;
using Sandbox.Client.Models;

namespace Sandbox.Client.Serialization.Internal;

internal sealed class CreateSandboxRequestConverter : RecordConverter<CreateSandboxRequest>
{
    public static readonly CreateSandboxRequestConverter Instance = new();

    public override CreateSandboxRequest ReadRecord(ref Utf8JsonReader reader)
    {
        WireReader.StartObject(ref reader, "sandbox request");
        string? image = null;
        string? snapshotId = null;
        (SandboxResources? Resources, ValueList<SandboxGpu> Gpus) resources = (null, []);
        ValueList<string>? secretNames = null;
        ValueList<string>? entrypoint = null;
        ValueList<string>? unauthenticatedRoutes = null;
        ulong? timeoutSeconds = null;
        NetworkPolicy? network = null;
        bool? allowUnauthenticatedAccess = null;
        ExposedPorts exposedPorts = default;
        while (WireReader.NextMember(ref reader, out var name))
        {
            switch (name)
            {
                case WireName.Image:
                    image = WireReader.ReadText(ref reader, "image");
                    break;
                case WireName.SnapshotId:
                    snapshotId = WireReader.ReadText(ref reader, "snapshot_id");
                    break;
                case WireName.Resources:
                    resources = WireResources.Read(ref reader);
                    break;
                case WireName.SecretNames:
                    secretNames = WireReader.ReadTexts(ref reader, "secret_names");
                    break;
                case WireName.Entrypoint:
                    entrypoint = WireReader.ReadTexts(ref reader, "entrypoint");
                    break;
                case WireName.TimeoutSecs:
                    timeoutSeconds = WireReader.ReadUInt64(ref reader, "timeout_secs");
                    break;
                case WireName.Network:
                case WireName.NetworkPolicy:
                    network = WireReader.ReadRecord(ref reader, NetworkPolicyConverter.Instance) ?? network;
                    break;
                case WireName.UnauthenticatedRoutes:
                    unauthenticatedRoutes = WireReader.ReadTexts(ref reader, "unauthenticated_routes");
                    break;
                case WireName.AllowUnauthenticatedAccess:
                case WireName.AllowUnauthenticatedProxyAccess:
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
            Image = image,
            SnapshotId = snapshotId,
            Resources = snapshotId is null ? resources.Resources : WireResources.WithoutInherited(resources.Resources),
            Gpus = resources.Gpus,
            SecretNames = secretNames ?? [],
            Entrypoint = entrypoint,
            TimeoutSeconds = timeoutSeconds,
            Network = network,
            UnauthenticatedRoutes = unauthenticatedRoutes ?? [],
            AllowUnauthenticatedAccess = allowUnauthenticatedAccess,
            ExposedPorts = exposedPorts,
        };
    }

    public override void WriteRecord(Utf8JsonWriter writer, CreateSandboxRequest value)
    {
        writer.WriteStartObject();
        writer.WriteText("image"u8, value.Image);
        WireResources.Write(writer, value.Resources, value.Gpus, isRestore: value.SnapshotId is not null);
        writer.WriteTextsUnlessEmpty("secret_names"u8, value.SecretNames);
        writer.WriteUInt64("timeout_secs"u8, value.TimeoutSeconds);
        writer.WriteTextsUnlessEmpty("entrypoint"u8, value.Entrypoint);
        writer.WriteRecord("network"u8, value.Network, NetworkPolicyConverter.Instance);
        writer.WriteText("snapshot_id"u8, value.SnapshotId);
        writer.WriteTextsUnlessEmpty("unauthenticated_routes"u8, value.UnauthenticatedRoutes);
        writer.WriteBoolean("allow_unauthenticated_access"u8, value.AllowUnauthenticatedAccess);
        writer.WritePorts("exposed_ports"u8, value.ExposedPorts);
        writer.WriteEndObject();
    }
}
