using System.Net.Sockets;

namespace Sandbox.Client.Testing.Faults.Internal;

/// <summary>One connection of a client, from its first request to its end.</summary>
internal sealed class Http1Connection(Socket socket, int number, FrontSettings settings)
{
    public async Task RunAsync()
    {
        using (socket)
        {
            var ending = Ending.Close;
            using var lifetime = CancellationTokenSource.CreateLinkedTokenSource(settings.Stop);
            var input = new ClientInput(socket, lifetime);
            var pump = input.PumpAsync();
            try
            {
                ending = await ServeAsync(input, lifetime.Token).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
            {
                // The client left, the upstream failed within an answer, or the server ends: all of them end the connection.
            }
            finally
            {
                await lifetime.CancelAsync().ConfigureAwait(false);
                await pump.ConfigureAwait(false);
                await input.Reader.CompleteAsync().ConfigureAwait(false);
                End(ending);
            }
        }
    }

    private async Task<Ending> ServeAsync(ClientInput input, CancellationToken cancellationToken)
    {
        var output = new NetworkStream(socket, ownsSocket: false);
        await using (output.ConfigureAwait(false))
        {
            using var exchange = new Http1Exchange(output, settings, cancellationToken);
            try
            {
                var ending = Ending.KeepAlive;
                for (var i = 1; ending == Ending.KeepAlive; i++)
                {
                    if (await ReceivedRequest.ReadAsync(input.Reader, output, cancellationToken).ConfigureAwait(false) is not { } received)
                    {
                        return Ending.Close;
                    }

                    var request = settings.Log.Add(Describe(received, i));
                    ending = await exchange.AnswerAsync(received, settings.FaultOf(request)).ConfigureAwait(false);
                }

                if (ending == Ending.Stall)
                {
                    await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(false);
                }

                return ending;
            }
            catch (RefusedRequestException refusal)
            {
                var answer = FixedAnswer.Create(refusal.Status, refusal.Message, "text/plain; charset=utf-8", [("connection", "close")]);
                await output.WriteAsync(answer.ToBytes(withBody: true), cancellationToken).ConfigureAwait(false);
                return Ending.Close;
            }
        }
    }

    private FaultRequest Describe(ReceivedRequest request, int numberOnConnection) => new()
    {
        Number = 0, // Given by the log.
        Connection = number,
        NumberOnConnection = numberOnConnection,
        Method = request.Head.First,
        Target = request.Head.Second,
        Headers = request.Head.Headers,
        Body = request.Body,
    };

    private void End(Ending ending)
    {
        try
        {
            if (ending == Ending.Reset)
            {
                socket.LingerState = new LingerOption(enable: true, seconds: 0);
            }
            else
            {
                socket.Shutdown(SocketShutdown.Send);
            }
        }
        catch (SocketException)
        {
            // The client was faster.
        }
    }
}
