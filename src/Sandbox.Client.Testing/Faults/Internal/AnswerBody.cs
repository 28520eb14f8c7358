namespace Sandbox.Client.Testing.Faults.Internal;

/// <summary>Where the body of an answer ends (RFC 9112 section 6.3).</summary>
internal sealed class AnswerBody
{
    private readonly ChunkedBody? _chunks;
    private long _left;

    private AnswerBody(ChunkedBody? chunks, long? length)
    {
        _chunks = chunks;
        _left = length ?? 0;
        EndsWithConnection = chunks is null && length is null;
    }

    public bool EndsWithConnection { get; }

    public bool IsComplete => _chunks is not null ? _chunks.IsComplete : !EndsWithConnection && _left == 0;

    /// <exception cref="IOException">Its head says nothing that can be understood.</exception>
    public static AnswerBody Of(MessageHead head)
    {
        try
        {
            return head.HasTransferEncoding ? new AnswerBody(new ChunkedBody(), length: null) : new AnswerBody(chunks: null, head.ContentLength);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            throw new IOException("The length of the upstream's answer is no number.", exception);
        }
    }

    /// <summary>How many of these bytes belong to the body.</summary>
    /// <exception cref="IOException">They are not what the head promised.</exception>
    public int Take(ReadOnlySpan<byte> bytes)
    {
        if (_chunks is not null)
        {
            try
            {
                return _chunks.Take(bytes);
            }
            catch (Exception exception) when (exception is FormatException or OverflowException)
            {
                throw new IOException("The upstream's answer is not in chunks.", exception);
            }
        }

        if (EndsWithConnection)
        {
            return bytes.Length;
        }

        var taken = (int)Math.Min(_left, bytes.Length);
        _left -= taken;
        return taken;
    }
}
