using System.Text.Json;
using Sandbox.Client.Models;

namespace Sandbox.Client.Serialization.Internal;

internal sealed class SandboxLookupConverter : RecordConverter<SandboxLookup>
{
    public static readonly SandboxLookupConverter Instance = new();

    public override SandboxLookup ReadRecord(ref Utf8JsonReader reader)
    {
        WireReader.StartObject(ref reader, "sandbox");
        string? id = null;
        string? namespaceName = null;
        string? status = null;
        string? dataplaneApiAddress = null;
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
                case WireName.Status:
                    status = WireReader.ReadText(ref reader, "status");
                    break;
                case WireName.DataplaneApiAddress:
                    dataplaneApiAddress = WireReader.ReadText(ref reader, "dataplane_api_address");
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
            Namespace = namespaceName,
            Status = status is null ? default : new SandboxStatus(status),
            DataplaneApiAddress = dataplaneApiAddress,
            UnauthenticatedRoutes = unauthenticatedRoutes,
            AllowUnauthenticatedAccess = allowUnauthenticatedAccess,
            ExposedPorts = exposedPorts,
        };
    }

    public override void WriteRecord(Utf8JsonWriter writer, SandboxLookup value)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, value.Id);
        writer.WriteText("namespace"u8, value.Namespace);
        writer.WriteText("status"u8, value.Status.IsSpecified ? value.Status.Value : null);
        writer.WriteText("dataplane_api_address"u8, value.DataplaneApiAddress);
        writer.WriteTexts("unauthenticated_routes"u8, value.UnauthenticatedRoutes);
        writer.WriteBoolean("allow_unauthenticated_access"u8, value.AllowUnauthenticatedAccess);
        writer.WritePorts("exposed_ports"u8, value.ExposedPorts);
        writer.WriteEndObject();
    }
}
