using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.InteropServices;

namespace Sandbox.Client.Testing.Http.Internal;

/// <summary>
/// Lets <c>%00</c> in a request target through. Kestrel refuses it before any code of ours runs; the real server takes it as a value like any other. In the
/// request line the triplet is replaced, in place, by a mark of the same length that <see cref="RequestTarget"/> reads back.
/// </summary>
/// <remarks>
/// It acts only where what is read next begins with a whole line of the form <c>METHOD target HTTP/1.x</c>. A body could be cut so that it does, but never
/// one that is JSON: that line can neither stand inside a string, which holds no line break, nor outside of one.
/// </remarks>
internal sealed class NullTripletFilter(PipeReader inner) : PipeReader
{
    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default) =>
        Filtered(await inner.ReadAsync(cancellationToken).ConfigureAwait(false));

    public override bool TryRead(out ReadResult result)
    {
        var hasRead = inner.TryRead(out result);
        if (hasRead)
        {
            Filtered(result);
        }

        return hasRead;
    }

    public override void AdvanceTo(SequencePosition consumed) => inner.AdvanceTo(consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) => inner.AdvanceTo(consumed, examined);

    public override void CancelPendingRead() => inner.CancelPendingRead();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => inner.CompleteAsync(exception);

    private static ReadResult Filtered(ReadResult result)
    {
        var buffer = result.Buffer;
        if (buffer.FirstSpan is [>= (byte)'A' and <= (byte)'Z', ..] && buffer.PositionOf((byte)'\n') is { } end)
        {
            var line = buffer.Slice(0, end).ToArray().AsSpan().TrimEnd((byte)'\r');
            if (line.Length > 9 && line[^9..^1].SequenceEqual(" HTTP/1."u8))
            {
                Replace(buffer, line);
            }
        }

        return result;
    }

    private static void Replace(ReadOnlySequence<byte> buffer, Span<byte> line)
    {
        while (line.IndexOf("%00"u8) is var index and >= 0)
        {
            for (var offset = 0; offset < RequestTarget.NullMark.Length; offset++)
            {
                line[index + offset] = (byte)RequestTarget.NullMark[offset];
                MemoryMarshal.AsMemory(buffer.Slice(index + offset, 1).First).Span[0] = line[index + offset];
            }
        }
    }
}
