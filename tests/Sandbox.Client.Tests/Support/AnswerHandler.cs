using System.Net;
using System.Text;

namespace Sandbox.Client.Tests.Support;

/// <summary>Answers, or fails, each request in turn as the script says; the last word is repeated.</summary>
internal sealed class AnswerHandler(params Func<HttpResponseMessage>[] script) : HttpMessageHandler
{
    private int _requests;

    public int Requests => Volatile.Read(ref _requests);

    public static Func<HttpResponseMessage> Answer(HttpStatusCode status, string body = "", string? retryAfter = null) => () =>
    {
        var answer = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (retryAfter is not null)
        {
            answer.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        return answer;
    };

    public static Func<HttpResponseMessage> Failure(Exception error) => () => throw error;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref _requests);
        return Task.FromResult(script[Math.Min(number, script.Length) - 1]());
    }
}
