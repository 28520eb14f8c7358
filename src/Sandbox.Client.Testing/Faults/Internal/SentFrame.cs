namespace Sandbox.Client.Testing.Faults.Internal;

/// <summary>A frame of HTTP/2 that has been written to its last byte (RFC 9113 section 4.1).</summary>
internal sealed record SentFrame(int Length, byte Type, int Stream)
{
    public const byte Data = 0;
    public const byte Headers = 1;
}
