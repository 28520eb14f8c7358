using System.Text.Json.Serialization;
using Sandbox.Client.Models;

namespace Sandbox.Client.Benchmarks.Support;

/// <summary>A list as a hand-written client would read it: the whole of it.</summary>
public sealed class SandboxPage
{
    [JsonPropertyName("sandboxes")]
    public IReadOnlyList<SandboxInfo> Sandboxes { get; set; } = [];
}
