using System.Text.Json.Serialization;
using Sandbox.Client.Models;

namespace Sandbox.Client.Benchmarks.Support;

/// <summary>Source-generated JSON into the same records.</summary>
[JsonSerializable(typeof(SandboxInfo))]
[JsonSerializable(typeof(SandboxPage))]
public sealed partial class FloorJson : JsonSerializerContext;
