using System.IO.Pipelines;

namespace Sandbox.Client.Testing.Faults.Internal;

/// <summary>
/// The output of an HTTP/2 connection, on its way to the socket. Kestrel writes in the background and drops what is left when a stream is reset, so this is
/// how to know that the bytes before a reset are out.
/// </summary>
internal sealed class SentFrames(PipeWriter inner) : PipeWriter
{
    private readonly FrameScanner _scanner = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<int, SentStream> _watched = [];
    private Memory<byte> _memory;

    public override bool CanGetUnflushedBytes => inner.CanGetUnflushedBytes;

    public override long UnflushedBytes => inner.UnflushedBytes;

    /// <summary>Counts what goes out on a stream; before its answer begins.</summary>
    public SentStream Watch(int stream)
    {
        var watched = new SentStream();
        lock (_gate)
        {
            _watched[stream] = watched;
        }

        return watched;
    }

    public void Forget(int stream)
    {
        lock (_gate)
        {
            _watched.Remove(stream);
        }
    }

    public override Memory<byte> GetMemory(int sizeHint = 0) => _memory = inner.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override void Advance(int bytes)
    {
        Scan(_memory.Span[..bytes]);
        _memory = _memory[bytes..];
        inner.Advance(bytes);
    }

    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
    {
        Scan(source.Span);
        return inner.WriteAsync(source, cancellationToken);
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => inner.FlushAsync(cancellationToken);

    public override void CancelPendingFlush() => inner.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => inner.CompleteAsync(exception);

    private void Scan(ReadOnlySpan<byte> bytes)
    {
        while (_scanner.Next(ref bytes) is { } frame)
        {
            lock (_gate)
            {
                if (_watched.TryGetValue(frame.Stream, out var watched))
                {
                    watched.Add(frame);
                }
            }
        }
    }
}
