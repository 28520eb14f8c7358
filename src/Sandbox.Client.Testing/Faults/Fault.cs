using Sandbox.Client.Testing.Faults.Internal;

namespace Sandbox.Client.Testing.Faults;

/// <summary>
/// What a <see cref="FaultServer"/> does to one request instead of passing it on. Made by the methods here; never changes, so one can serve any number of
/// requests. "Upstream" is the server behind it, and the effect of a request is what upstream did because of it.
/// </summary>
public sealed partial record Fault
{
    private Fault(string name) => Name = name;

    /// <summary>What it does in a few words that stay the same, such as <c>close after 17 bytes</c> or <c>503</c>: for tables and the names of test cases.</summary>
    public string Name { get; }

    /// <summary>What happens to a request for which no fault was chosen.</summary>
    internal static Fault None { get; } = new("none") { ReachesUpstream = true, Source = AnswerSource.Upstream };

    internal bool ReachesUpstream { get; private init; }

    internal AnswerSource Source { get; private init; }

    internal Ending Ending { get; private init; }

    /// <summary>How much of the upstream's answer is sent: bytes of all of it with HTTP/1.1, of its body with HTTP/2.</summary>
    internal int? Limit { get; private init; }

    /// <summary>How long each byte of the upstream's body takes.</summary>
    internal TimeSpan? PerByte { get; private init; }

    internal int? InformationalStatus { get; private init; }

    internal FixedAnswer? Given { get; private init; }

    internal ReadOnlyMemory<byte> Bytes { get; private init; }

    internal long FillerLength { get; private init; }

    /// <inheritdoc cref="Name"/>
    public override string ToString() => Name;
}
