using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace Sandbox.Client.Testing.Faults.Internal;

/// <summary>A connection to the upstream, for the requests of one client connection. What it reads is passed on byte for byte.</summary>
internal sealed class UpstreamConnection : IDisposable
{
    private readonly Socket _socket;
    private readonly NetworkStream _stream;
    private readonly PipeReader _input;
    private bool _isInUse;

    private UpstreamConnection(Socket socket)
    {
        _socket = socket;
        _stream = new NetworkStream(socket, ownsSocket: true);
        _input = PipeReader.Create(_stream, new StreamPipeReaderOptions(bufferSize: 16 * 1024, leaveOpen: true));
    }

    /// <summary>Whether it ends with the last answer, as that or the request said.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Whether another request can go out on it. One that became readable while idle was closed by the upstream.</summary>
    public bool IsUsable => !_isInUse && !IsOver && !_socket.Poll(0, SelectMode.SelectRead);

    public static async Task<UpstreamConnection> OpenAsync(Uri upstream, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(upstream.IdnHost, upstream.Port, cancellationToken).ConfigureAwait(false);
            return new UpstreamConnection(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public async Task SendAsync(ReceivedRequest request, string host, CancellationToken cancellationToken)
    {
        _isInUse = true;
        IsOver = request.EndsConnection;
        await _stream.WriteAsync(request.Head.ForUpstream(host), cancellationToken).ConfigureAwait(false);
        await _stream.WriteAsync(request.Body, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The answer, as it comes.</summary>
    /// <exception cref="IOException">It has no end, or can't be read.</exception>
    public async IAsyncEnumerable<AnswerPiece> ReadAsync(bool isHeadRequest, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (head, bytes) = await ReadHeadAsync(cancellationToken).ConfigureAwait(false);
        while (head.Second.StartsWith('1') && head.Second != "101")
        {
            yield return new AnswerPiece(bytes, AnswerPart.Informational);
            (head, bytes) = await ReadHeadAsync(cancellationToken).ConfigureAwait(false);
        }

        IsOver |= head.EndsConnection(head.First);
        yield return new AnswerPiece(bytes, AnswerPart.Head);
        if (!isHeadRequest && head.Second is not ("204" or "304"))
        {
            await foreach (var piece in ReadBodyAsync(head, cancellationToken).ConfigureAwait(false))
            {
                yield return new AnswerPiece(piece, AnswerPart.Body);
            }
        }

        _isInUse = false;
    }

    public void Dispose()
    {
        _input.Complete();
        _stream.Dispose();
    }

    private async Task<(MessageHead Head, byte[] Bytes)> ReadHeadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var bytes = await HeadReader.ReadAsync(_input, cancellationToken).ConfigureAwait(false) ?? throw new IOException("The upstream closed without an answer.");
            return (MessageHead.Parse(bytes), bytes);
        }
        catch (FormatException exception)
        {
            throw new IOException("The upstream's answer is not HTTP/1.1: " + exception.Message, exception);
        }
    }

    private async IAsyncEnumerable<byte[]> ReadBodyAsync(MessageHead head, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var body = AnswerBody.Of(head);
        IsOver |= body.EndsWithConnection;
        while (!body.IsComplete)
        {
            var result = await _input.ReadAsync(cancellationToken).ConfigureAwait(false);
            var piece = result.Buffer.Slice(0, Math.Min(result.Buffer.Length, int.MaxValue / 2)).ToArray();
            piece = piece[..body.Take(piece)];
            _input.AdvanceTo(result.Buffer.GetPosition(piece.Length));
            if (piece.Length > 0)
            {
                yield return piece;
            }

            if (result.IsCompleted && result.Buffer.Length == piece.Length && !body.IsComplete)
            {
                if (body.EndsWithConnection)
                {
                    yield break;
                }

                throw new IOException("The upstream closed within its answer.");
            }
        }
    }
}
