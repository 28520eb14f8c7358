namespace Sandbox.Client.Testing.Faults.Internal;

/// <summary>Lets one byte through at a time. The next timer runs before a byte goes out, so whoever has read that byte can rely on it.</summary>
internal sealed class SlowPace(TimeSpan perByte, TimeProvider clock, CancellationToken cancellationToken)
{
    private Task _next = Task.Delay(perByte, clock, cancellationToken);

    public async Task WriteAsync(Stream output, ReadOnlyMemory<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            await _next.ConfigureAwait(false);
            _next = Task.Delay(perByte, clock, cancellationToken);
            await output.WriteAsync(bytes.Slice(i, 1), cancellationToken).ConfigureAwait(false);
            await output.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
