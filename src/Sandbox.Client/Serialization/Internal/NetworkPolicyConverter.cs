using System.Text.Json;
using Sandbox.Client.Models;

namespace Sandbox.Client.Serialization.Internal;

internal sealed class NetworkPolicyConverter : RecordConverter<NetworkPolicy>
{
    public static readonly NetworkPolicyConverter Instance = new();

    public override NetworkPolicy ReadRecord(ref Utf8JsonReader reader)
    {
        WireReader.StartObject(ref reader, "network policy");
        bool? allowInternetAccess = null;
        ValueList<string>? allowOut = null;
        ValueList<string>? denyOut = null;
        while (WireReader.NextMember(ref reader, out var name))
        {
            switch (name)
            {
                case WireName.AllowInternetAccess:
                    allowInternetAccess = WireReader.ReadBoolean(ref reader, "allow_internet_access");
                    break;
                case WireName.AllowOut:
                    allowOut = WireReader.ReadTexts(ref reader, "allow_out");
                    break;
                case WireName.DenyOut:
                    denyOut = WireReader.ReadTexts(ref reader, "deny_out");
                    break;
                default:
                    WireReader.Skip(ref reader);
                    break;
            }
        }

        return new()
        {
            AllowInternetAccess = allowInternetAccess ?? true,
            AllowOut = allowOut ?? [],
            DenyOut = denyOut ?? [],
        };
    }

    public override void WriteRecord(Utf8JsonWriter writer, NetworkPolicy value)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("allow_internet_access"u8, value.AllowInternetAccess);
        writer.WriteTexts("allow_out"u8, value.AllowOut);
        writer.WriteTexts("deny_out"u8, value.DenyOut);
        writer.WriteEndObject();
    }
}
