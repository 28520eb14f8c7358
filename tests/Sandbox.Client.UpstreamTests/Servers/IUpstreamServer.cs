namespace Sandbox.Client.UpstreamTests.Servers;

/// <summary>A server on loopback. Disposing stops it.</summary>
internal interface IUpstreamServer : IAsyncDisposable
{
    int Port { get; }
}
