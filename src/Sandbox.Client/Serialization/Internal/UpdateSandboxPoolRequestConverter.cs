using System.Text.Json;
using Sandbox.Client.Models;

namespace Sandbox.Client.Serialization.Internal;

/// <summary>Creation and update of a pool have one wire form (contract section 1.7.1); <see cref="CreateSandboxPoolRequestConverter"/> goes through this one.</summary>
internal sealed class UpdateSandboxPoolRequestConverter : RecordConverter<UpdateSandboxPoolRequest>
{
    public static readonly UpdateSandboxPoolRequestConverter Instance = new();

    public override UpdateSandboxPoolRequest ReadRecord(ref Utf8JsonReader reader)
    {
        WireReader.StartObject(ref reader, "pool request");
        string? image = null;
        (SandboxResources? Resources, ValueList<SandboxGpu> Gpus) resources = (null, []);
        ValueList<string>? secretNames = null;
        ValueList<string>? entrypoint = null;
        ValueList<string>? unauthenticatedRoutes = null;
        ulong? timeoutSeconds = null;
        uint? maxContainers = null;
        uint? warmContainers = null;
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
                case WireName.MaxContainers:
                    maxContainers = WireReader.ReadUInt32(ref reader, "max_containers");
                    break;
                case WireName.WarmContainers:
                    warmContainers = WireReader.ReadUInt32(ref reader, "warm_containers");
                    break;
                case WireName.Network:
                case WireName.NetworkPolicy:
                    network = WireReader.ReadRecord(ref reader, NetworkPolicyConverter.Instance) ?? network;
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
            Image = image ?? throw WireReader.Missing("pool request", "image"),
            Resources = resources.Resources,
            Gpus = resources.Gpus,
            SecretNames = secretNames ?? [],
            Timeout = null,
            TimeoutSeconds = timeoutSeconds,
            Entrypoint = entrypoint,
            MaxContainers = maxContainers,
            WarmContainers = warmContainers,
            Network = network,
            UnauthenticatedRoutes = unauthenticatedRoutes ?? [],
            AllowUnauthenticatedAccess = allowUnauthenticatedAccess,
            ExposedPorts = exposedPorts,
        };
    }

    public override void WriteRecord(Utf8JsonWriter writer, UpdateSandboxPoolRequest value)
    {
        writer.WriteStartObject();
        writer.WriteString("image"u8, value.Image);
        WireResources.Write(writer, value.Resources, value.Gpus, isRestore: false);
        writer.WriteTextsUnlessEmpty("entrypoint"u8, value.Entrypoint);
        writer.WriteTextsUnlessEmpty("secret_names"u8, value.SecretNames);
        writer.WriteUInt64("timeout_secs"u8, value.TimeoutSeconds);
        writer.WriteUInt64("max_containers"u8, value.MaxContainers);
        writer.WriteUInt64("warm_containers"u8, value.WarmContainers);
        writer.WriteTextsUnlessEmpty("unauthenticated_routes"u8, value.UnauthenticatedRoutes);
        writer.WriteBoolean("allow_unauthenticated_access"u8, value.AllowUnauthenticatedAccess);
        writer.WritePorts("exposed_ports"u8, value.ExposedPorts);
        writer.WriteRecord("network"u8, value.Network, NetworkPolicyConverter.Instance);
        writer.WriteEndObject();
    }
}
