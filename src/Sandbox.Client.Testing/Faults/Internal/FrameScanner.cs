using System.Buffers.Binary;

namespace Sandbox.Client.Testing.Faults.Internal;

/// <summary>Finds the frames in what is written, in whatever pieces it comes.</summary>
internal sealed class FrameScanner
{
    private const int HeadLength = 9;

    private readonly byte[] _head = new byte[HeadLength];
    private int _headFilled;
    private int _payloadLeft;

    /// <summary>Takes bytes up to the end of the current frame; <see langword="null"/> when they do not reach it.</summary>
    public SentFrame? Next(ref ReadOnlySpan<byte> bytes)
    {
        if (_headFilled < HeadLength)
        {
            var taken = Math.Min(HeadLength - _headFilled, bytes.Length);
            bytes[..taken].CopyTo(_head.AsSpan(_headFilled));
            _headFilled += taken;
            bytes = bytes[taken..];
            if (_headFilled < HeadLength)
            {
                return null;
            }

            _payloadLeft = Length;
        }

        var payload = Math.Min(_payloadLeft, bytes.Length);
        _payloadLeft -= payload;
        bytes = bytes[payload..];
        if (_payloadLeft > 0)
        {
            return null;
        }

        _headFilled = 0;
        return new SentFrame(Length, _head[3], (int)(BinaryPrimitives.ReadUInt32BigEndian(_head.AsSpan(5)) & int.MaxValue));
    }

    private int Length => (_head[0] << 16) | (_head[1] << 8) | _head[2];
}
