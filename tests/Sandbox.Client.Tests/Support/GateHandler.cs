using System.Net;
using System.Text;

namespace Sandbox.Client.Tests.Support;

/// <summary>Holds every request until the gate is opened, and counts those that are held.</summary>
internal sealed class GateHandler(Func<HttpRequestMessage, string> body) : HttpMessageHandler
{
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly SemaphoreSlim _cancelled = new(0);
    private int _requests;
    private int _held;
    private int _mostHeld;

    public int Requests => Volatile.Read(ref _requests);

    public int MostHeld => Volatile.Read(ref _mostHeld);

    public int Cancelled => _cancelled.CurrentCount;

    public void Open() => _gate.SetResult();

    /// <summary>Ends when one more request has come.</summary>
    public Task ArrivalAsync() => _arrived.WaitAsync();

    /// <summary>Ends when one more request was cancelled.</summary>
    public Task CancellationAsync() => _cancelled.WaitAsync();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _requests);
        var held = Interlocked.Increment(ref _held);
        for (var most = _mostHeld; held > most; most = _mostHeld)
        {
            Interlocked.CompareExchange(ref _mostHeld, held, most);
        }

        _arrived.Release();
        try
        {
            await _gate.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            _cancelled.Release();
            throw;
        }
        finally
        {
            Interlocked.Decrement(ref _held);
        }

        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body(request), Encoding.UTF8, "application/json") };
    }
}
