using System.Buffers;
using System.IO.Pipelines;

namespace Sandbox.Client.Testing.Faults.Internal;

/// <summary>A request of HTTP/1.1 that has come in full.</summary>
internal sealed record ReceivedRequest(MessageHead Head, byte[] Body)
{
    private const int BodyLimit = 1024 * 1024 * 1024;

    public bool IsHead => Head.First == "HEAD";

    public bool EndsConnection => Head.EndsConnection(Head.Third);

    /// <summary>The next request; <see langword="null"/> when the client ended the connection between two.</summary>
    /// <exception cref="RefusedRequestException">It can't be read.</exception>
    public static async Task<ReceivedRequest?> ReadAsync(PipeReader input, Stream output, CancellationToken cancellationToken)
    {
        MessageHead head;
        long length;
        try
        {
            if (await HeadReader.ReadAsync(input, cancellationToken).ConfigureAwait(false) is not { } bytes)
            {
                return null;
            }

            head = MessageHead.Parse(bytes);
            length = head.ContentLength ?? 0;
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            throw new RefusedRequestException(400, exception.Message);
        }

        if (head.Third is not ("HTTP/1.1" or "HTTP/1.0"))
        {
            throw new RefusedRequestException(505, "The fault server speaks HTTP/1.1 unless its options ask for HTTP/2.");
        }

        if (head.HasTransferEncoding)
        {
            throw new RefusedRequestException(501, "The fault server takes no request with transfer-encoding.");
        }

        if (length > BodyLimit)
        {
            throw new RefusedRequestException(413, "The fault server takes bodies of up to 1 GiB.");
        }

        if (head.ExpectsContinue && length > 0)
        {
            // The whole request is wanted here before upstream gets any of it, so upstream can't be the one to say this.
            await output.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
        }

        if (length == 0)
        {
            return new ReceivedRequest(head, []);
        }

        return await ReadBodyAsync(input, (int)length, cancellationToken).ConfigureAwait(false) is { } body ? new ReceivedRequest(head, body) : null;
    }

    private static async Task<byte[]?> ReadBodyAsync(PipeReader input, int length, CancellationToken cancellationToken)
    {
        var body = new byte[length];
        var filled = 0;
        while (filled < length)
        {
            var result = await input.ReadAsync(cancellationToken).ConfigureAwait(false);
            var part = result.Buffer.Slice(0, Math.Min(result.Buffer.Length, length - filled));
            part.CopyTo(body.AsSpan(filled));
            filled += (int)part.Length;
            input.AdvanceTo(part.End);
            if (result.IsCompleted && filled < length)
            {
                return null;
            }
        }

        return body;
    }
}
