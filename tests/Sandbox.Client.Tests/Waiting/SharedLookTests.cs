using System.Net;
using Microsoft.Extensions.Time.Testing;
using Sandbox.Client.Errors;
using Sandbox.Client.Models;
using Sandbox.Client.Tests.Support;

namespace Sandbox.Client.Tests.Waiting;

/// <summary>Who waits for the same thing shares its looks, and looks that fail do not end a wait.</summary>
public sealed class SharedLookTests
{
    [Fact]
    public async Task A_hundred_who_wait_for_one_sandbox_share_one_request()
    {
        var handler = new GateHandler(_ => Wire.Sandbox("a"));
        using var client = new SandboxClient(handler, new SandboxClientOptions { TimeProvider = new FakeTimeProvider() });

        var waits = Enumerable.Range(0, 100).Select(_ => client.InNamespace("default").WaitUntilRunningAsync("a")).ToList();
        await handler.ArrivalAsync();
        handler.Open();

        Assert.All(await Task.WhenAll(waits), sandbox => Assert.Equal("a", sandbox.Id));
        Assert.Equal(1, handler.Requests);
    }

    [Fact]
    public async Task At_most_16_looks_are_under_way_together()
    {
        var handler = new GateHandler(request => Wire.Sandbox(request.RequestUri!.Segments[^1]));
        using var client = new SandboxClient(handler, new SandboxClientOptions { TimeProvider = new FakeTimeProvider() });

        var waits = Enumerable.Range(0, 100).Select(i => client.WaitUntilRunningAsync($"s{i}")).ToList();
        for (var i = 0; i < 16; i++)
        {
            await handler.ArrivalAsync();
        }

        handler.Open();
        await Task.WhenAll(waits);

        Assert.Equal((100, 16), (handler.Requests, handler.MostHeld));
    }

    [Fact]
    public async Task The_same_id_in_two_namespaces_is_two_things()
    {
        var handler = new AnswerHandler(AnswerHandler.Answer(HttpStatusCode.OK, Wire.Sandbox("a")));
        using var client = new SandboxClient(handler, new SandboxClientOptions { TimeProvider = new FakeTimeProvider() });

        await Task.WhenAll(client.WaitUntilRunningAsync("a"), client.InNamespace("b").WaitUntilRunningAsync("a"));

        Assert.Equal(2, handler.Requests);
    }

    [Fact]
    public async Task Who_stops_waiting_does_not_stop_the_others_and_the_last_ends_the_request()
    {
        var handler = new GateHandler(_ => Wire.Sandbox("a"));
        using var client = new SandboxClient(handler, new SandboxClientOptions { TimeProvider = new FakeTimeProvider() });
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        var waits = (First: client.WaitUntilRunningAsync("a", cancellationToken: first.Token), Second: client.WaitUntilRunningAsync("a", cancellationToken: second.Token));
        await handler.ArrivalAsync();

        await first.CancelAsync();
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waits.First);
        var cancelledByFirst = handler.Cancelled;
        await second.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waits.Second);

        Assert.Equal(first.Token, error.CancellationToken);
        Assert.Equal(0, cancelledByFirst);
        await handler.CancellationAsync();

        // Whoever comes after that begins anew.
        var third = client.WaitUntilRunningAsync("a");
        await handler.ArrivalAsync();
        handler.Open();
        Assert.Equal("a", (await third).Id);
    }

    [Fact]
    public async Task A_look_that_stalls_does_not_outlast_the_wait()
    {
        var time = new FakeTimeProvider();
        var handler = new GateHandler(_ => "");
        using var client = new SandboxClient(handler, new SandboxClientOptions { TimeProvider = time });

        var wait = client.WaitUntilRunningAsync("a", TimeSpan.FromSeconds(5));
        await handler.ArrivalAsync();
        time.Advance(TimeSpan.FromSeconds(5));
        var error = await Assert.ThrowsAsync<SandboxWaitTimeoutException>(() => wait);

        Assert.Null(error.Sandbox);
        Assert.Contains("no answer told its status", error.Message, StringComparison.Ordinal);
        await handler.CancellationAsync();
    }

    [Fact]
    public async Task Failures_that_pass_are_waited_out()
    {
        var time = new VirtualTime();
        var handler = new AnswerHandler(
            AnswerHandler.Failure(new HttpRequestException(HttpRequestError.ConnectionError)),
            AnswerHandler.Answer(HttpStatusCode.ServiceUnavailable, "restarting", retryAfter: "7"),
            AnswerHandler.Answer(HttpStatusCode.OK, "{\"id\":"),
            AnswerHandler.Answer(HttpStatusCode.OK, Wire.Sandbox("a")));
        using var client = new SandboxClient(handler, new SandboxClientOptions { TimeProvider = time });

        // The third answer is complete and no record: that does not pass.
        var error = await Assert.ThrowsAsync<SandboxResponseException>(() => client.WaitUntilRunningAsync("a"));
        Assert.Equal(3, error.Attempts);
        Assert.Equal(TimeSpan.FromSeconds(7), time.Waits[1]);

        Assert.Equal("a", (await client.WaitUntilRunningAsync("a")).Id);
    }

    [Fact]
    public async Task When_the_time_is_over_while_looks_fail_the_last_failure_is_told()
    {
        var handler = new AnswerHandler(AnswerHandler.Answer(HttpStatusCode.OK, Wire.Sandbox("a", status: "pending")), AnswerHandler.Answer(HttpStatusCode.BadGateway, "gone"));
        using var client = new SandboxClient(handler, new SandboxClientOptions { TimeProvider = new VirtualTime() });

        var error = await Assert.ThrowsAsync<SandboxWaitTimeoutException>(() => client.WaitUntilRunningAsync("a"));

        Assert.Equal(SandboxStatus.Pending, error.Sandbox!.Status);
        Assert.Equal(HttpStatusCode.BadGateway, Assert.IsType<SandboxServerException>(error.InnerException).StatusCode);
    }

    [Fact]
    public async Task A_failure_that_does_not_pass_ends_the_wait()
    {
        var handler = new AnswerHandler(AnswerHandler.Answer(HttpStatusCode.Unauthorized, "no"));
        using var client = new SandboxClient(handler, new SandboxClientOptions { TimeProvider = new FakeTimeProvider() });

        await Assert.ThrowsAsync<SandboxUnauthenticatedException>(() => client.WaitUntilRunningAsync("a"));
        Assert.Equal(1, handler.Requests);
    }
}
