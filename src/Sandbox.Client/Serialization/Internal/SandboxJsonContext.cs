using System.Text.Json.Serialization;
using Sandbox.Client.Models;

namespace Sandbox.Client.Serialization.Internal;

/// <summary>Every record of the wire. Their converters stand on the types.</summary>
[JsonSerializable(typeof(CreatedSandbox))]
[JsonSerializable(typeof(CreatedSandboxPool))]
[JsonSerializable(typeof(CreatedSnapshot))]
[JsonSerializable(typeof(CreateNamespaceRequest))]
[JsonSerializable(typeof(CreateSandboxPoolRequest))]
[JsonSerializable(typeof(CreateSandboxRequest))]
[JsonSerializable(typeof(NamespaceInfo))]
[JsonSerializable(typeof(NetworkPolicy))]
[JsonSerializable(typeof(SandboxInfo))]
[JsonSerializable(typeof(SandboxLookup))]
[JsonSerializable(typeof(SandboxPoolContainer))]
[JsonSerializable(typeof(SandboxPoolDetail))]
[JsonSerializable(typeof(SandboxPoolInfo))]
[JsonSerializable(typeof(SandboxResources))]
[JsonSerializable(typeof(ServerHealth))]
[JsonSerializable(typeof(SnapshotInfo))]
[JsonSerializable(typeof(UpdateSandboxPoolRequest))]
internal sealed partial class SandboxJsonContext : JsonSerializerContext;
