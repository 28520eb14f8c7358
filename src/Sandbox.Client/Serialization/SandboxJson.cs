using System.Text.Json;
using Sandbox.Client.Serialization.Internal;

namespace Sandbox.Client.Serialization;

/// <summary>The records of this library as the server's JSON: for caches, stubs and contract tests.</summary>
public static class SandboxJson
{
    /// <summary>Options that read and write every record as the wire has it, without reflection (safe for trimming and native AOT). Read-only.</summary>
    /// <example><c>string body = JsonSerializer.Serialize(info, SandboxJson.Options);</c></example>
    public static JsonSerializerOptions Options { get; } = SandboxJsonContext.Default.Options;
}
