namespace Sandbox.Client.Testing.Faults.Internal;

/// <summary>A list of sandboxes of any length, from a block that is written again and again.</summary>
internal static class FillerBody
{
    private const int RowsPerBlock = 256;

    private static readonly byte[] Row = """
        {"id":"filler","namespace":"default","image":"python:3.14-slim","status":"running","outcome":null,"created_at":1750000000000,"container_id":null,"executor_id":null,"resources":{"cpus":1,"memory_mb":1024,"ephemeral_disk_mb":1024},"timeout_secs":600,"sandbox_url":null,"pool_id":null}
        """u8.ToArray();

    private static readonly byte[] Start = [.. "{\"sandboxes\":["u8, .. Row];
    private static readonly byte[] Rows = [.. Enumerable.Repeat<byte[]>([(byte)',', .. Row], RowsPerBlock).SelectMany(static row => row)];
    private static readonly byte[] End = "]}"u8.ToArray();
    private static readonly byte[] Blanks = [.. Enumerable.Repeat((byte)' ', 16 * 1024)];

    public static async Task WriteAsync(Stream output, long length, CancellationToken cancellationToken)
    {
        if (length >= Start.Length + End.Length)
        {
            var rows = (length - Start.Length - End.Length) / (Row.Length + 1);
            await output.WriteAsync(Start, cancellationToken).ConfigureAwait(false);
            await RepeatAsync(output, Rows, rows * (Row.Length + 1), cancellationToken).ConfigureAwait(false);
            await output.WriteAsync(End, cancellationToken).ConfigureAwait(false);
            length -= Start.Length + (rows * (Row.Length + 1)) + End.Length;
        }

        await RepeatAsync(output, Blanks, length, cancellationToken).ConfigureAwait(false);
    }

    private static async Task RepeatAsync(Stream output, byte[] block, long length, CancellationToken cancellationToken)
    {
        for (var left = length; left > 0; left -= block.Length)
        {
            await output.WriteAsync(block.AsMemory(0, (int)Math.Min(left, block.Length)), cancellationToken).ConfigureAwait(false);
        }
    }
}
