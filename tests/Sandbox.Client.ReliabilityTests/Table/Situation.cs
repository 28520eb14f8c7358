using Sandbox.Client.Testing.Faults;

namespace Sandbox.Client.ReliabilityTests.Table;

/// <summary>A row of the table: what happens to every request of a call.</summary>
public sealed class Situation
{
    /// <summary>What happens, as the table says it.</summary>
    public required string Name { get; init; }

    public required Nature Nature { get; init; }

    /// <summary>The fault of a call's requests; null passes them on. The clock is the client's.</summary>
    public Func<WireCall, TimeProvider, Fault?> Choose { get; init; } = static (_, _) => null;

    /// <summary>Done to the server before the call.</summary>
    public Action<FaultServer> Prepare { get; init; } = static _ => { };

    /// <summary>Whether the client has an open connection already.</summary>
    public bool IsReused { get; init; }

    /// <summary>The status of the answer.</summary>
    public int Status { get; init; }

    /// <summary>Whether the answer has a text.</summary>
    public bool HasText { get; init; } = true;

    /// <summary>What each wait is because the server asks for it; null when it does not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How often the transport itself sends a request without content again, for each attempt: SocketsHttpHandler does when a connection ends before the first byte of an answer.</summary>
    public int Resends { get; init; }

    /// <summary>False where the connection ends before a request can be read.</summary>
    public bool IsSeen { get; init; } = true;

    /// <summary>Whether it takes bytes that HTTP/2 does not have.</summary>
    public bool IsRaw { get; init; }

    /// <summary>Whether only an answer with a body is spoiled.</summary>
    public bool NeedsBody { get; init; }

    /// <summary>Whether a call hangs until its time is over.</summary>
    public bool Stalls(WireCall call) => Nature == Nature.Stalls && !(NeedsBody && !call.HasAnswerBody);

    public override string ToString() => Name;
}
