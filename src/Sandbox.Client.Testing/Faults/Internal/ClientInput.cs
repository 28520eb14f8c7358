using System.IO.Pipelines;
using System.Net.Sockets;

namespace Sandbox.Client.Testing.Faults.Internal;

/// <summary>
/// Receives from a client all the time, also while its request is being answered: this is how the server notices that the client left. The lifetime is cancelled
/// then.
/// </summary>
internal sealed class ClientInput(Socket socket, CancellationTokenSource lifetime)
{
    private const int ReceiveSize = 4096;

    private readonly Pipe _pipe = new();

    public PipeReader Reader => _pipe.Reader;

    public async Task PumpAsync()
    {
        try
        {
            while (true)
            {
                var memory = _pipe.Writer.GetMemory(ReceiveSize);
                var count = await socket.ReceiveAsync(memory, SocketFlags.None, lifetime.Token).ConfigureAwait(false);
                if (count == 0)
                {
                    return;
                }

                _pipe.Writer.Advance(count);
                await _pipe.Writer.FlushAsync(lifetime.Token).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            // The client left by a reset, or the server is done with it.
        }
        finally
        {
            await _pipe.Writer.CompleteAsync().ConfigureAwait(false);
            await lifetime.CancelAsync().ConfigureAwait(false);
        }
    }
}
