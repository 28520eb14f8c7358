using System.Text.Json.Serialization;
using Sandbox.Client.Serialization;

namespace Sandbox.Client.Models;

/// <summary>Where a sandbox may connect to (contract section 1.6.1). The server does not check the entries; rules that allow come before rules that deny.</summary>
[JsonConverter(typeof(SandboxJsonConverter<NetworkPolicy>))]
public sealed record NetworkPolicy
{
    /// <summary>Whether the internet can be reached; true by default.</summary>
    public bool AllowInternetAccess { get; init; } = true;

    /// <summary>Addresses or CIDR ranges that can be reached; empty by default.</summary>
    public ValueList<string> AllowOut { get; init; } = [];

    /// <summary>Addresses or CIDR ranges that can't be reached; empty by default.</summary>
    public ValueList<string> DenyOut { get; init; } = [];
}
