using System.Text;

namespace Sandbox.Client.Testing.State.Internal;

/// <summary>The order of UTF-8 octets. The ordinal order of .NET strings puts a surrogate pair before U+E000, which octets do not.</summary>
internal sealed class Utf8Order : IComparer<string>
{
    public static Utf8Order Instance { get; } = new();

    public int Compare(string? x, string? y) => Encoding.UTF8.GetBytes(x!).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y!));
}
