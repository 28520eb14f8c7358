namespace Sandbox.Client.Tests.Support;

/// <summary>Answers each request as a function says.</summary>
internal sealed class FunctionHandler(Func<HttpRequestMessage, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    public FunctionHandler(Func<HttpRequestMessage, HttpResponseMessage> answer)
        : this(request => Task.FromResult(answer(request)))
    {
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => answer(request);
}
