using System.Buffers;
using Sandbox.Client.Errors.Internal;

namespace Sandbox.Client.Http.Internal;

/// <summary>The body of a single answer in a rented buffer.</summary>
internal sealed class Body : IDisposable
{
    private const int FirstBuffer = 4096;
    private const int LargestFirstBuffer = 64 * 1024;

    private byte[]? _buffer;
    private int _length;

    private Body(byte[] buffer) => _buffer = buffer;

    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    /// <summary>Reads a body to its end, or to a limit.</summary>
    /// <param name="content">What to read.</param>
    /// <param name="limit">The most bytes to take.</param>
    /// <param name="mayCut">Whether a larger body is cut (an error's text) or refused (a record).</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="UnreadableAnswerException">It is larger than the limit, or shorter than its <c>content-length</c>.</exception>
    public static async ValueTask<Body> ReadAsync(HttpContent content, int limit, bool mayCut, CancellationToken cancellationToken)
    {
        var announced = content.Headers.ContentLength;
        if (announced > limit && !mayCut)
        {
            throw UnreadableAnswerException.TooLarge(limit);
        }

        // One byte more than announced shows the end of the stream without a second buffer. An announcement is no proof: large bodies grow as they come.
        var body = new Body(ArrayPool<byte>.Shared.Rent((int)Math.Min(announced ?? FirstBuffer, Math.Min(limit, LargestFirstBuffer)) + 1));
        try
        {
            var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                await body.FillAsync(stream, limit, mayCut, cancellationToken).ConfigureAwait(false);
            }

            if (body._length < announced && !(mayCut && body._length == limit))
            {
                throw UnreadableAnswerException.CutShort(body._length, announced.Value);
            }

            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (_buffer is { } buffer)
        {
            _buffer = null;
            _length = 0;
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async ValueTask FillAsync(Stream stream, int limit, bool mayCut, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_length == _buffer!.Length)
            {
                Grow();
            }

            var read = await stream.ReadAsync(_buffer.AsMemory(_length), cancellationToken).ConfigureAwait(false);
            _length += read;
            if (_length > limit)
            {
                _length = mayCut ? limit : throw UnreadableAnswerException.TooLarge(limit);
                return;
            }

            if (read == 0)
            {
                return;
            }
        }
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(2L * _buffer!.Length, Array.MaxLength));
        Bytes.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
