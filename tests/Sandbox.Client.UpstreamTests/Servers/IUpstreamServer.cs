namespace Sandbox.Client.UpstreamTests.Servers;

/// <summary>A server that runs, on a port of 127.0.0.1, until it is disposed.</summary>
internal interface IUpstreamServer : IAsyncDisposable
{
    int Port { get; }

    bool IsRunning { get; }
}
