namespace Sandbox.Client.Testing.Faults.Internal;

/// <summary>HTTP/1.1 on bare sockets, so that every byte is under control.</summary>
internal sealed class Http1Front : IAsyncDisposable
{
    private readonly Task _accepting;

    public Http1Front(LoopbackListener listener, FrontSettings settings) => _accepting = Task.Run(() => AcceptAsync(listener, settings), CancellationToken.None);

    public async ValueTask DisposeAsync() => await _accepting.ConfigureAwait(false);

    private static async Task AcceptAsync(LoopbackListener listener, FrontSettings settings)
    {
        try
        {
            while (await listener.AcceptAsync(settings.Stop).ConfigureAwait(false) is { } socket)
            {
                _ = settings.Connections.Run(number => new Http1Connection(socket, number, settings).RunAsync());
            }
        }
        catch (OperationCanceledException)
        {
            // The server ends.
        }
    }
}
