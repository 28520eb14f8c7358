using Sandbox.Client.Tests.Routing.Generation;

namespace Sandbox.Client.Fuzz.Responses;

/// <summary>A body that arrives in pieces, and counts what is done with it.</summary>
internal sealed class PieceStream(byte[] body, byte cuts, Func<Exception>? end) : Stream
{
    private readonly Dice _dice = new(cuts);
    private int _position;

    /// <summary>How many octets were taken.</summary>
    public int Taken => _position;

    /// <summary>How often somebody read.</summary>
    public int Reads { get; private set; }

    /// <summary>How many reads gave something.</summary>
    public int Pieces { get; private set; }

    /// <summary>The most that a read asked for: no buffer was larger than this and what it held.</summary>
    public int LargestSpace { get; private set; }

    public bool IsDisposed { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        Reads++;
        LargestSpace = Math.Max(LargestSpace, buffer.Length);
        if (_position == body.Length)
        {
            return end is null ? 0 : throw end();
        }

        var count = Math.Min(Math.Min(buffer.Length, Piece()), body.Length - _position);
        body.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        Pieces++;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }

    private int Piece() => cuts switch
    {
        0 => int.MaxValue,
        1 => 1,
        < 64 => 1 + _dice.Next(4),
        < 160 => 1 + _dice.Next(100),
        _ => 1 + _dice.Next(6000),
    };
}
