using Sandbox.Client.Testing.Faults.Internal;

namespace Sandbox.Client.Testing.Faults;

/// <content>Faults of the answer.</content>
public sealed partial record Fault
{
    /// <summary>Answers in place of upstream, which does not see the request. The connection stays open.</summary>
    /// <param name="status">The status, 200 to 999.</param>
    /// <param name="body">The body, sent as UTF-8; <see langword="null"/> for an empty one. A status that has no body (204, 304) takes none.</param>
    /// <param name="contentType">The content type; <see langword="null"/> for none. Not sent without a body.</param>
    /// <param name="headers">More headers, such as <c>("retry-after", "1")</c>, in this order.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is not in its range.</exception>
    /// <exception cref="ArgumentException">A header can't be written, or says how long the body is (<see cref="Raw"/> can say that wrongly), or there is a body
    /// where the status has none.</exception>
    public static Fault Answer(int status, string? body = null, string? contentType = "application/json", params (string Name, string Value)[] headers) =>
        new(Invariant($"{status}")) { Source = AnswerSource.Given, Given = FixedAnswer.Create(status, body, contentType, headers) };

    /// <summary>
    /// As <see cref="Answer"/>, but upstream sees the request and its effect has happened; only its answer is replaced. A 504 of a gateway, for one.
    /// </summary>
    /// <param name="status">The status, 200 to 999.</param>
    /// <param name="body">The body, sent as UTF-8; <see langword="null"/> for an empty one. A status that has no body (204, 304) takes none.</param>
    /// <param name="contentType">The content type; <see langword="null"/> for none. Not sent without a body.</param>
    /// <param name="headers">More headers, in this order.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is not in its range.</exception>
    /// <exception cref="ArgumentException">As with <see cref="Answer"/>.</exception>
    public static Fault AnswerAfterEffect(int status, string? body = null, string? contentType = "application/json", params (string Name, string Value)[] headers) =>
        new(Invariant($"{status} after the effect"))
        {
            ReachesUpstream = true,
            Source = AnswerSource.Given,
            Given = FixedAnswer.Create(status, body, contentType, headers),
        };

    /// <summary>Sends these bytes in place of the answer: garbage, wrong lengths, bad chunks. HTTP/1.1 only.</summary>
    /// <param name="bytes">What is sent, from the status line on; copied. May be empty.</param>
    /// <param name="closeAfter">Whether the connection is closed then. Without it, the next request is awaited on it.</param>
    /// <param name="afterEffect">Whether upstream sees the request, and its answer is thrown away.</param>
    /// <returns>The fault.</returns>
    public static Fault Raw(ReadOnlyMemory<byte> bytes, bool closeAfter = false, bool afterEffect = false) =>
        new(Invariant($"raw {bytes.Length} bytes{(closeAfter ? ", close" : "")}{(afterEffect ? " after the effect" : "")}"))
        {
            ReachesUpstream = afterEffect,
            Source = AnswerSource.Raw,
            Bytes = bytes.ToArray(),
            Ending = closeAfter ? Ending.Close : Ending.KeepAlive,
        };

    /// <summary>Sends an informational answer at once and then the upstream's, untouched. Upstream sees the request. HTTP/1.1 only.</summary>
    /// <param name="status">Its status, 100 to 199 without 101, which would be a final answer. Default: 103, Early Hints.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is not in its range.</exception>
    public static Fault InformationalFirst(int status = 103)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 100);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 199);
        ArgumentOutOfRangeException.ThrowIfEqual(status, 101);
        return new Fault(Invariant($"{status} first")) { ReachesUpstream = true, Source = AnswerSource.Upstream, InformationalStatus = status };
    }

    /// <summary>
    /// Answers 200 with a JSON body of any length, which is made while it is sent and takes no memory: a list of sandboxes, valid from some 300 bytes on, and
    /// blanks below that. Stops when the client leaves. Upstream does not see the request.
    /// </summary>
    /// <param name="bytes">The length of the body, zero or more; it is announced by <c>content-length</c>.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bytes"/> is negative.</exception>
    public static Fault EndlessBody(long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        return new Fault(Invariant($"body of {bytes} bytes")) { Source = AnswerSource.Filler, FillerLength = bytes };
    }

    /// <summary>
    /// Passes the request on, sends the head of the answer at once and its body one byte at a time on <see cref="FaultServerOptions.TimeProvider"/>. Upstream sees
    /// the request. The timer of a byte runs before the byte in front of it is sent, so a test with a fake clock may move it as soon as it has read that one.
    /// </summary>
    /// <param name="perByte">The time before each byte of the body: zero to 24 days.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="perByte"/> is not in its range.</exception>
    public static Fault SlowBody(TimeSpan perByte)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(perByte, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(perByte, TimeSpan.FromDays(24));
        return new Fault(Invariant($"a byte every {perByte.TotalMilliseconds} ms")) { ReachesUpstream = true, Source = AnswerSource.Upstream, PerByte = perByte };
    }
}
