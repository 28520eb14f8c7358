using System.Text;

namespace Sandbox.Client.UpstreamTests.Requests;

/// <summary>All octets of an answer: status line, headers and body, or as much as came.</summary>
internal sealed record Answer(byte[] Octets)
{
    /// <summary>No server, or one that closed the connection without a word.</summary>
    public static Answer None { get; } = new([]);

    /// <summary>Whether there is an answer at all.</summary>
    public bool IsGiven => Octets.Length > 0;

    public bool Holds(string text) => Octets.AsSpan().IndexOf(Encoding.ASCII.GetBytes(text)) >= 0;
}
