using System.Net;
using Polly;
using Polly.Fallback;
using Sandbox.Client.Errors;
using Sandbox.Client.Models;
using Sandbox.Client.Tests.Support;

namespace Sandbox.Client.Tests.Http;

/// <summary>What something on the way does, a handler or a pipeline of the caller's, is told as everything else is.</summary>
public sealed class ForeignFailureTests
{
    [Fact]
    public async Task An_exception_of_a_handler_tells_the_outcome()
    {
        var cause = new NotSupportedException("its own words");
        using var client = new SandboxClient(new AnswerHandler(AnswerHandler.Failure(cause)), options: null);

        var error = await Assert.ThrowsAsync<SandboxException>(() => client.CreateAsync(new CreateSandboxRequest()));

        Assert.Equal((OperationOutcome.Unknown, 1, "sandboxes.create"), (error.Outcome, error.Attempts, error.Operation));
        Assert.Same(cause, error.InnerException);
        Assert.DoesNotContain("its own words", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancellation_that_nobody_asked_for_is_not_the_callers()
    {
        using var client = new SandboxClient(
            new AnswerHandler(AnswerHandler.Failure(new TaskCanceledException()), AnswerHandler.Answer(HttpStatusCode.OK, Wire.Sandbox("a"))),
            new SandboxClientOptions { TimeProvider = new VirtualTime() });

        var error = await Assert.ThrowsAsync<SandboxConnectionException>(() => client.CreateAsync(new CreateSandboxRequest()));

        Assert.Equal(OperationOutcome.Unknown, error.Outcome);
        Assert.Equal("a", (await client.GetAsync("a")).Id);
    }

    [Fact]
    public async Task An_answer_that_a_pipeline_puts_in_place_is_the_one_that_is_read()
    {
        var fallback = new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddFallback(new FallbackStrategyOptions<HttpResponseMessage>
            {
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Result?.StatusCode == HttpStatusCode.ServiceUnavailable),
                FallbackAction = _ => Polly.Outcome.FromResultAsValueTask(AnswerHandler.Answer(HttpStatusCode.OK, Wire.Sandbox("kept"))()),
            })
            .Build();
        using var client = new SandboxClient(
            new AnswerHandler(AnswerHandler.Answer(HttpStatusCode.ServiceUnavailable, "no")), new SandboxClientOptions { ResiliencePipeline = fallback });

        Assert.Equal("kept", (await client.GetAsync("kept")).Id);
    }

    [Fact]
    public async Task Nothing_is_sent_after_the_end_of_the_client()
    {
        var handler = new AnswerHandler(AnswerHandler.Answer(HttpStatusCode.OK, Wire.Sandbox("a")));
        var client = new SandboxClient(handler, options: null);
        client.Dispose();

        var error = await Assert.ThrowsAsync<ObjectDisposedException>(() => client.GetAsync("a"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.ListAsync().ToListAsync().AsTask());

        Assert.Equal((typeof(SandboxClient).FullName, 0), (error.ObjectName, handler.Requests));
    }
}
