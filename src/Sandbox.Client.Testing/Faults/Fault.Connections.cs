using Sandbox.Client.Testing.Faults.Internal;

namespace Sandbox.Client.Testing.Faults;

/// <content>Faults of the connection.</content>
public sealed partial record Fault
{
    /// <summary>
    /// Closes the connection once the request has come, without a byte of an answer. Upstream does not see the request. With HTTP/2, only its stream is reset.
    /// </summary>
    /// <returns>The fault.</returns>
    public static Fault Close() => new("close") { Ending = Ending.Close };

    /// <summary>As <see cref="Close"/>, by a reset (RST) in place of an orderly end (FIN). Upstream does not see the request. With HTTP/2 there is no difference.</summary>
    /// <returns>The fault.</returns>
    public static Fault Reset() => new("reset") { Ending = Ending.Reset };

    /// <summary>
    /// Passes the request on, throws the answer away and closes: upstream sees the request, and its effect happened by then. With HTTP/2, only the stream is reset.
    /// </summary>
    /// <returns>The fault.</returns>
    public static Fault CloseAfterEffect() => new("close after the effect") { ReachesUpstream = true, Ending = Ending.Close };

    /// <summary>
    /// Passes the request on, sends the first bytes of the answer exactly as upstream wrote them, and closes. Upstream sees the request, and its effect happened
    /// by then. An answer that is shorter is sent whole.
    /// </summary>
    /// <param name="bytes">How many, zero or more, counted from the first byte of the status line. With HTTP/2 bytes of the body: the head always arrives, and
    /// the stream is reset.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bytes"/> is negative.</exception>
    public static Fault CloseAfter(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        return new Fault(Invariant($"close after {bytes} bytes")) { ReachesUpstream = true, Source = AnswerSource.Upstream, Limit = bytes, Ending = Ending.Close };
    }

    /// <summary>
    /// As <see cref="CloseAfter"/>, but instead of closing it sends nothing more until the client leaves or the server is disposed. Upstream sees the request.
    /// </summary>
    /// <param name="bytes">How many, zero or more; with zero the answer never begins. With HTTP/2 bytes of the body: the head always arrives.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bytes"/> is negative.</exception>
    public static Fault StallAfter(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        return new Fault(Invariant($"stall after {bytes} bytes")) { ReachesUpstream = true, Source = AnswerSource.Upstream, Limit = bytes, Ending = Ending.Stall };
    }

    /// <summary>Takes the request and never answers, until the client leaves or the server is disposed. Upstream does not see the request.</summary>
    /// <returns>The fault.</returns>
    public static Fault Stall() => new("stall") { Ending = Ending.Stall };

    /// <summary>
    /// Passes request and answer on untouched, and closes the connection after the complete answer without having announced it, so that a client holds a stale
    /// connection in its pool. Upstream sees the request. With HTTP/2 the connection is ended by GOAWAY, as that protocol has it.
    /// </summary>
    /// <returns>The fault.</returns>
    public static Fault DropConnectionAfter() => new("drop the connection after") { ReachesUpstream = true, Source = AnswerSource.Upstream, Ending = Ending.Drop };

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
