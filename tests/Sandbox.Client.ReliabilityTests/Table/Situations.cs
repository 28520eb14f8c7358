using System.Globalization;
using Sandbox.Client.Testing.Faults;

namespace Sandbox.Client.ReliabilityTests.Table;

/// <summary>The rows of the table.</summary>
public static class Situations
{
    private const string Html = "<html><title>Sign in</title></html>";
    private const string Elsewhere = "http://127.0.0.1:9/elsewhere";

    // What SocketsHttpHandler of .NET 10 does on its own with a request that has no content; measured here.
    private const int Resends = 3;

    public static IReadOnlyList<Situation> All { get; } =
    [
        new() { Name = "connection refused", Nature = Nature.NeverLeft, Prepare = static server => server.RefuseConnections() },
        new() { Name = "connection accepted and closed", Nature = Nature.Lost, Prepare = static server => server.CloseNewConnections = true, IsSeen = false },
        Of("closed without an answer", Nature.Lost, Fault.Close, Resends),
        Of("closed without an answer, on a reused connection", Nature.Lost, Fault.Close, Resends, isReused: true),
        Of("closed without an answer, after the effect", Nature.Lost, Fault.CloseAfterEffect, Resends),
        Of("reset without an answer", Nature.Lost, Fault.Reset),
        Of("reset without an answer, on a reused connection", Nature.Lost, Fault.Reset, isReused: true),
        Of("stalls before the answer", Nature.Stalls, Fault.Stall),
        Of("stalls within the head", Nature.Stalls, static () => Fault.StallAfter(20)),
        Of("stalls within the body", Nature.Stalls, static () => RawAnswers.Of("{\"id\":"u8, length: 500), isRaw: true),
        Of("a byte of the body a second", Nature.Stalls, static () => Fault.SlowBody(TimeSpan.FromSeconds(1)), needsBody: true),
        Of("100 first", Nature.Fine, static () => Fault.InformationalFirst(100), isRaw: true),
        Of("103 first", Nature.Fine, static () => Fault.InformationalFirst(), isRaw: true),
        Of("connection dropped after the answer", Nature.Fine, Fault.DropConnectionAfter),
        Status(301, headers: ("Location", Elsewhere)),
        Status(307, headers: ("Location", Elsewhere)),
        .. from status in new[] { 400, 401, 403, 404 } select Status(status),
        Status(404, text: null),
        .. from status in new[] { 405, 408, 409, 410, 413, 415, 422, 429, 500, 501, 502 } select Status(status),
        Status(502, Html, "text/html"),
        Status(503),
        Status(503, text: null),
        Status(504),
        new() { Name = "504 after the effect", Nature = Nature.Status, Status = 504, Choose = static (_, _) => Fault.AnswerAfterEffect(504, "no", "text/plain") },
        .. from status in new[] { 429, 503 } from retryAfter in RetryAfters select RetryAfter(status, retryAfter.Name, retryAfter.Value, retryAfter.Wait),
        Unreadable("200 with a web page", static _ => Fault.Answer(200, Html, "text/html"), isRaw: false),
        Unreadable("200 with gzip", static _ => RawAnswers.Gzip()),
        Unreadable("200 with invalid UTF-8", static call => RawAnswers.InvalidUtf8(call.Rows)),
        Unreadable("200 with 1,000 levels of nesting", static _ => Fault.Answer(200, new string('[', 1000) + new string(']', 1000)), isRaw: false),
        Unreadable("200 with 10 GB", static call => RawAnswers.Huge(call.Rows, isAnnounced: true)),
        Unreadable("200 with 10 GB, in one chunk", static call => RawAnswers.Huge(call.Rows, isAnnounced: false)),
        Unreadable("200 that is longer than its length", static _ => RawAnswers.Of("{\"id\":\"a\"}"u8, length: 6)),
        Of("200 that is shorter than its length", Nature.BrokenBody, static () => RawAnswers.Of("{\"id\":"u8, length: 500, close: true), isRaw: true),
        Of("200 with garbage between its chunks", Nature.BrokenBody, RawAnswers.BadChunks, isRaw: true),
    ];

    private static (string Name, Func<TimeProvider, string> Value, TimeSpan? Wait)[] RetryAfters =>
    [
        ("7", static _ => "7", TimeSpan.FromSeconds(7)),
        ("in 20 s, as a date", static time => time.GetUtcNow().AddSeconds(20).ToString("R", CultureInfo.InvariantCulture), TimeSpan.FromSeconds(20)),
        ("a date that is past", static _ => "Fri, 01 Jan 1999 00:00:00 GMT", null),
        ("3600", static _ => "3600", TimeSpan.FromSeconds(60)),
        ("99999999999999999999", static _ => "99999999999999999999", TimeSpan.FromSeconds(60)),
        ("soon", static _ => "soon", null),
    ];

    private static Situation Of(string name, Nature nature, Func<Fault> fault, int resends = 0, bool isReused = false, bool needsBody = false, bool isRaw = false) =>
        new() { Name = name, Nature = nature, Choose = (_, _) => fault(), Resends = resends, IsReused = isReused, NeedsBody = needsBody, IsRaw = isRaw };

    private static Situation Unreadable(string name, Func<WireCall, Fault> fault, bool isRaw = true) =>
        new() { Name = name, Nature = Nature.Unreadable, Choose = (call, _) => fault(call), IsRaw = isRaw };

    private static Situation Status(int status, string? text = "no", string type = "text/plain", params (string Name, string Value)[] headers)
    {
        var detail = text is null ? " without a text" : text == Html ? " with a web page" : headers.Length > 0 ? " to another origin" : "";
        return new()
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"{status}{detail}"),
            Nature = Nature.Status,
            Status = status,
            HasText = text is not null,
            Choose = (_, _) => Fault.Answer(status, text, type, headers),
        };
    }

    private static Situation RetryAfter(int status, string name, Func<TimeProvider, string> value, TimeSpan? wait) => new()
    {
        Name = string.Create(CultureInfo.InvariantCulture, $"{status}, `Retry-After`: {name}"),
        Nature = Nature.Status,
        Status = status,
        RetryAfter = wait,
        Choose = (_, time) => Fault.Answer(status, "no", "text/plain", ("Retry-After", value(time))),
    };
}
