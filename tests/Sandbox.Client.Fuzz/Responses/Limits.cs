namespace Sandbox.Client.Fuzz.Responses;

/// <summary>How much a client reads.</summary>
internal sealed record Limits(int Response, int Row, int Error)
{
    private const int FirstListBuffer = 16 * 1024;
    private const int SmallestPooledBuffer = 16;

    public static IReadOnlyList<Limits> All { get; } =
    [
        new(1024 * 1024, 1024 * 1024, 64 * 1024),
        new(64, 64, 64),
        new(256, 256, 256),
        new(1000, 400, 10),
        new(1, 1, 1),
        new(100_000, 20_000, 1000),
        new(4096, 512, 4096),
    ];

    /// <summary>The most octets that may be taken of an answer that is read as a whole: a buffer grows to twice its size, and sizes are powers of two.</summary>
    public static long MostOfWhole(int limit) => Math.Max(SmallestPooledBuffer, 2L * (long)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)limit + 1));

    /// <summary>The largest buffer that a list may hold.</summary>
    public long LargestListBuffer => Math.Max(FirstListBuffer, MostOfWhole(Row));
}
