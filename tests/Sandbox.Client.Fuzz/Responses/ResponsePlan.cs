using System.Net;

namespace Sandbox.Client.Fuzz.Responses;

/// <summary>What an input means: a call, the answer to it, and how that arrives. Six octets choose; the rest is the body.</summary>
internal sealed record ResponsePlan
{
    public const int HeadLength = 6;

    /// <summary>Stands in the options as the key; no error may hold it.</summary>
    public const string Key = "k3y-mArKeR-77";

    private static readonly int[] Statuses =
        [200, 201, 204, 206, 299, 100, 301, 302, 304, 400, 401, 403, 404, 405, 408, 409, 410, 413, 422, 429, 500, 501, 502, 503, 504, 599, 999];

    private static readonly string?[] ContentTypes =
        ["application/json", null, "text/plain; charset=utf-8", "text/html", "application/x-" + Key, "no type at all; =", "application/json; charset=\"" + Key + "\"", "\u00e9/\u00e9"];

    private static readonly string?[] RetryAfters = [null, "0", "3600", "99999999999999999999", "-1", "Fri, 31 Dec 9999 23:59:59 GMT", "Thu, 01 Jan 1970 00:00:00 GMT", Key];

    public required ClientOperation Operation { get; init; }

    public HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

    public string? ContentType { get; init; }

    public string? RetryAfter { get; init; }

    public bool IsEncoded { get; init; }

    /// <summary>The <c>content-length</c>, right or wrong; null for none.</summary>
    public string? ContentLength { get; init; }

    /// <summary>How the connection breaks behind the body; null when it ends as it should.</summary>
    public Func<Exception>? Break { get; init; }

    public Limits Limits { get; init; } = Limits.All[0];

    /// <summary>How the body is cut into pieces: 0 not at all, 1 into octets, another number as it comes.</summary>
    public byte Cuts { get; init; }

    /// <summary>Whether a second page of a list is the first again; otherwise it is an empty one.</summary>
    public bool RepeatsPages { get; init; }

    public required byte[] Body { get; init; }

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public static ResponsePlan Read(ReadOnlySpan<byte> input)
    {
        Span<byte> head = stackalloc byte[HeadLength];
        input[..Math.Min(input.Length, HeadLength)].CopyTo(head);
        var body = input[Math.Min(input.Length, HeadLength)..].ToArray();
        return new()
        {
            Operation = ClientOperations.All[head[0] % ClientOperations.All.Count],
            Status = (HttpStatusCode)Statuses[head[1] % Statuses.Length],
            ContentType = ContentTypes[head[2] & 7],
            RetryAfter = RetryAfters[(head[2] >> 3) & 7],
            IsEncoded = (head[2] & 0x40) != 0,
            RepeatsPages = (head[2] & 0x80) != 0,
            ContentLength = Announce(head[3] & 7, body.Length),
            Break = ((head[3] >> 3) & 7) switch
            {
                1 => static () => new IOException("The connection broke."),
                2 => static () => new HttpIOException(HttpRequestError.ResponseEnded, "The answer ended early."),
                3 => static () => new HttpRequestException("The answer broke."),
                _ => null,
            },
            Limits = Limits.All[head[4] % Limits.All.Count],
            Cuts = head[5],
            Body = body,
        };
    }

    /// <summary>An input that stands for an ordinary answer.</summary>
    public static byte[] Write(int operation, int status, ReadOnlySpan<byte> body) =>
        [(byte)operation, (byte)Math.Max(0, Array.IndexOf(Statuses, status)), 0, 1, 0, 0, .. body];

    private static string? Announce(int choice, int length) => choice switch
    {
        1 => $"{length}",
        2 => $"{length + 1}",
        3 => $"{Math.Max(0, length - 1)}",
        4 => "9223372036854775807",
        5 => "-5",
        6 => Key,
        _ => null,
    };
}
