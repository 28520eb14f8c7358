using Sandbox.Client.Models;

namespace Sandbox.Client.Lookup.Internal;

/// <summary>The older server's lookup answers 404 for a sandbox that exists but has no container, with texts of its own (contract section 2.1).</summary>
internal static class OlderServer
{
    /// <returns>A lookup without an address for such a text; null for any other, which means that there is no such sandbox.</returns>
    public static SandboxLookup? ReadNotFound(ReadOnlySpan<byte> text, string id)
    {
        var trimmed = text.Trim(" \t\r\n"u8);
        return trimmed.SequenceEqual("Sandbox has no container assigned"u8) || trimmed.SequenceEqual("Container not found"u8) ? new SandboxLookup { Id = id } : null;
    }
}
