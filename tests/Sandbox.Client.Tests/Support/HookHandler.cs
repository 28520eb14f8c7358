using System.Collections.Concurrent;

namespace Sandbox.Client.Tests.Support;

/// <summary>Sends to a real server, and lets a test do something before, after or instead.</summary>
internal sealed class HookHandler(HookHandler.Hook hook) : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly ConcurrentQueue<string> _methods = new();

    public HookHandler()
        : this((_, send) => send())
    {
    }

    public delegate Task<HttpResponseMessage> Hook(HttpRequestMessage request, Func<Task<HttpResponseMessage>> send);

    /// <summary>The methods of the requests, in order.</summary>
    public IReadOnlyList<string> Methods => [.. _methods];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _methods.Enqueue(request.Method.Method);
        return hook(request, () => base.SendAsync(request, cancellationToken)).WaitAsync(cancellationToken);
    }
}
