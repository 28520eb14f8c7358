using System.Buffers;
using System.IO.Pipelines;

namespace Sandbox.Client.Testing.Faults.Internal;

/// <summary>Takes the bytes of a head from a stream of messages.</summary>
internal static class HeadReader
{
    private const int Limit = 512 * 1024;

    private static ReadOnlySpan<byte> End => "\r\n\r\n"u8;

    /// <summary>The next head with its empty line; <see langword="null"/> when the stream ended before its first byte.</summary>
    /// <exception cref="FormatException">It has no end.</exception>
    public static async ValueTask<byte[]?> ReadAsync(PipeReader input, CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await input.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (Find(result.Buffer) is { } end)
            {
                var head = result.Buffer.Slice(0, end).ToArray();
                input.AdvanceTo(end);
                return head;
            }

            var isEmpty = result.Buffer.IsEmpty;
            var isLong = result.Buffer.Length > Limit;
            input.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            if (result.IsCompleted && isEmpty)
            {
                return null;
            }

            if (result.IsCompleted || isLong)
            {
                throw new FormatException("The head has no end.");
            }
        }
    }

    private static SequencePosition? Find(ReadOnlySequence<byte> buffer)
    {
        var reader = new SequenceReader<byte>(buffer);
        return reader.TryReadTo(out ReadOnlySequence<byte> _, End) ? reader.Position : null;
    }
}
