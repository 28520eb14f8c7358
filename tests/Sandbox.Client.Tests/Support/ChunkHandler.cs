namespace Sandbox.Client.Tests.Support;

/// <summary>Answers with a body that arrives in the given pieces.</summary>
internal sealed class ChunkHandler(IEnumerable<byte[]> chunks) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new ChunkStream(chunks)) });
}
