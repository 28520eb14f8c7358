using System.Net;
using Sandbox.Client.Errors;
using Sandbox.Client.Models;
using Sandbox.Client.Resilience;
using Sandbox.Client.Tests.Support;

namespace Sandbox.Client.Tests.Resilience;

/// <summary>What is repeated, by the meaning of the operation.</summary>
public sealed class RetryRulesTests
{
    private static readonly Dictionary<string, Func<SandboxClient, Task>> Repeatable = new()
    {
        ["sandboxes.get"] = client => client.GetAsync("a"),
        ["sandboxes.find"] = client => client.FindAsync("a"),
        ["sandboxes.list"] = client => client.ListAsync().ToListAsync().AsTask(),
        ["sandboxes.delete"] = client => client.DeleteAsync("a"),
        ["pools.get"] = client => client.Pools.GetAsync("a"),
        ["pools.list"] = client => client.Pools.ListAsync().ToListAsync().AsTask(),
        ["pools.update"] = client => client.Pools.UpdateAsync("a", UpdateSandboxPoolRequest.From(new CreateSandboxPoolRequest { Image = "i" })),
        ["pools.delete"] = client => client.Pools.DeleteAsync("a"),
        ["snapshots.get"] = client => client.Snapshots.GetAsync("a"),
        ["snapshots.list"] = client => client.Snapshots.ListAsync().ToListAsync().AsTask(),
        ["snapshots.delete"] = client => client.Snapshots.DeleteAsync("a"),
        ["namespaces.list"] = client => client.Namespaces.ListAsync().ToListAsync().AsTask(),
        ["lookup.in_namespace"] = client => client.Lookup.FindAsync("a"),
        ["lookup.anywhere"] = client => client.Lookup.FindGlobalAsync("a"),
    };

    private static readonly Dictionary<string, Func<SandboxClient, Task>> Creating = new()
    {
        ["sandboxes.create"] = client => client.CreateAsync(new CreateSandboxRequest()),
        ["pools.create"] = client => client.Pools.CreateAsync(new CreateSandboxPoolRequest { Image = "i" }),
        ["pools.create_sandbox"] = client => client.Pools.CreateSandboxAsync("a"),
        ["snapshots.create"] = client => client.Snapshots.CreateAsync("a"),
        ["namespaces.create"] = client => client.Namespaces.CreateAsync(new CreateNamespaceRequest { Name = "a" }),
    };

    public static TheoryData<string> RepeatableNames => [.. Repeatable.Keys];

    public static TheoryData<string> CreatingNames => [.. Creating.Keys];

    public static TheoryData<HttpStatusCode, bool> Statuses => new()
    {
        { HttpStatusCode.RequestTimeout, true },
        { HttpStatusCode.TooManyRequests, true },
        { HttpStatusCode.InternalServerError, true },
        { HttpStatusCode.BadGateway, true },
        { HttpStatusCode.ServiceUnavailable, true },
        { HttpStatusCode.GatewayTimeout, true },
        { HttpStatusCode.NotImplemented, false },
        { HttpStatusCode.HttpVersionNotSupported, false },
        { HttpStatusCode.Found, false },
        { HttpStatusCode.BadRequest, false },
        { HttpStatusCode.Unauthorized, false },
        { HttpStatusCode.Forbidden, false },
        { HttpStatusCode.NotFound, false },
        { HttpStatusCode.Conflict, false },
        { HttpStatusCode.UnprocessableEntity, false },
    };

    public static TheoryData<HttpRequestError, bool> Failures => new()
    {
        { HttpRequestError.NameResolutionError, true },
        { HttpRequestError.ConnectionError, true },
        { HttpRequestError.SecureConnectionError, true },
        { HttpRequestError.ProxyTunnelError, true },
        { HttpRequestError.ResponseEnded, false },
        { HttpRequestError.InvalidResponse, false },
        { HttpRequestError.HttpProtocolError, false },
        { HttpRequestError.Unknown, false },
    };

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task Answers_that_may_be_better_later_are_repeated_where_that_does_no_harm(HttpStatusCode status, bool isRepeated)
    {
        foreach (var (name, call) in Repeatable)
        {
            var (error, requests) = await CallAsync(call, AnswerHandler.Answer(status, "no"));

            Assert.Equal((name, isRepeated ? 4 : 1), (name, requests));
            Assert.Equal(requests, error is null ? 1 : Assert.IsAssignableFrom<SandboxException>(error).Attempts);
        }
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task No_answer_makes_a_creation_twice(HttpStatusCode status, bool isTransient)
    {
        foreach (var (name, call) in Creating)
        {
            var (error, requests) = await CallAsync(call, AnswerHandler.Answer(status, "no"));

            Assert.Equal((name, 1), (name, requests));
            Assert.Equal(isTransient, Assert.IsAssignableFrom<SandboxException>(error).IsTransient);
        }
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_creation_is_repeated_only_when_it_never_left(HttpRequestError reason, bool neverLeft)
    {
        foreach (var (name, call) in Creating)
        {
            var (error, requests) = await CallAsync(call, AnswerHandler.Failure(new HttpRequestException(reason)));

            Assert.Equal((name, neverLeft ? 4 : 1), (name, requests));
            Assert.Equal(neverLeft ? OperationOutcome.Definite : OperationOutcome.Unknown, Assert.IsAssignableFrom<SandboxException>(error).Outcome);
        }
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Whatever_fails_without_an_answer_is_repeated_where_that_does_no_harm(HttpRequestError reason, bool neverLeft)
    {
        foreach (var (name, call) in Repeatable)
        {
            var (error, requests) = await CallAsync(call, AnswerHandler.Failure(new HttpRequestException(reason)));

            Assert.Equal((name, 4), (name, requests));
            Assert.True(Assert.IsAssignableFrom<SandboxException>(error).IsTransient, $"{reason} {neverLeft}");
        }
    }

    [Theory]
    [MemberData(nameof(CreatingNames))]
    public async Task A_connect_timeout_is_a_proof_that_a_creation_never_left(string name)
    {
        var (_, requests) = await CallAsync(Creating[name], AnswerHandler.Failure(new TaskCanceledException("no", new TimeoutException())));

        Assert.Equal(4, requests);
    }

    [Theory]
    [MemberData(nameof(CreatingNames))]
    public async Task A_creation_that_never_left_and_then_was_lost_is_not_repeated_again(string name)
    {
        var (error, requests) = await CallAsync(
            Creating[name],
            AnswerHandler.Failure(new HttpRequestException(HttpRequestError.ConnectionError)),
            AnswerHandler.Failure(new HttpRequestException(HttpRequestError.ResponseEnded)));

        Assert.Equal(2, requests);
        var failure = Assert.IsType<SandboxConnectionException>(error);
        Assert.Equal((OperationOutcome.Unknown, 2), (failure.Outcome, failure.Attempts));
        Assert.Contains("Whether it was made is not known", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_is_never_repeated()
    {
        var (error, requests) = await CallAsync(client => client.GetHealthAsync(), AnswerHandler.Answer(HttpStatusCode.ServiceUnavailable));
        var (_, failed) = await CallAsync(client => client.GetHealthAsync(), AnswerHandler.Failure(new HttpRequestException(HttpRequestError.ConnectionError)));

        Assert.Null(error);
        Assert.Equal((1, 1), (requests, failed));
    }

    [Theory]
    [InlineData("sandboxes.delete")]
    [InlineData("pools.delete")]
    [InlineData("snapshots.delete")]
    public async Task A_deletion_whose_answer_was_lost_and_that_finds_nothing_then_has_succeeded(string name)
    {
        var (lost, _) = await CallAsync(Repeatable[name], AnswerHandler.Failure(new HttpRequestException(HttpRequestError.ResponseEnded)), AnswerHandler.Answer(HttpStatusCode.NotFound, "not found"));
        var (overloaded, _) = await CallAsync(Repeatable[name], AnswerHandler.Answer(HttpStatusCode.GatewayTimeout), AnswerHandler.Answer(HttpStatusCode.NotFound, "not found"));
        var (neverLeft, _) = await CallAsync(Repeatable[name], AnswerHandler.Failure(new HttpRequestException(HttpRequestError.ConnectionError)), AnswerHandler.Answer(HttpStatusCode.NotFound, "not found"));
        var (refused, _) = await CallAsync(Repeatable[name], AnswerHandler.Answer(HttpStatusCode.TooManyRequests), AnswerHandler.Answer(HttpStatusCode.NotFound, "not found"));
        var (first, _) = await CallAsync(Repeatable[name], AnswerHandler.Answer(HttpStatusCode.NotFound, "not found"));
        var (noEndpoint, _) = await CallAsync(Repeatable[name], AnswerHandler.Failure(new HttpRequestException(HttpRequestError.ResponseEnded)), AnswerHandler.Answer(HttpStatusCode.NotFound));

        Assert.Null(lost);
        Assert.Null(overloaded);
        Assert.IsType<SandboxNotFoundException>(neverLeft);
        Assert.IsType<SandboxNotFoundException>(refused);
        Assert.IsType<SandboxNotFoundException>(first);
        Assert.IsType<SandboxFeatureNotSupportedException>(noEndpoint);
    }

    [Fact]
    public async Task A_change_whose_first_answer_was_lost_stays_unknown_whatever_the_second_says()
    {
        var (error, _) = await CallAsync(Repeatable["pools.update"], AnswerHandler.Answer(HttpStatusCode.GatewayTimeout), AnswerHandler.Answer(HttpStatusCode.Forbidden, "no"));

        Assert.Equal(OperationOutcome.Unknown, Assert.IsType<SandboxPermissionDeniedException>(error).Outcome);
    }

    [Fact]
    public async Task A_read_that_works_the_second_time_is_like_any_other()
    {
        var handler = new AnswerHandler(AnswerHandler.Answer(HttpStatusCode.BadGateway), AnswerHandler.Answer(HttpStatusCode.OK, Wire.Sandbox("a")));
        using var client = new SandboxClient(handler, Options());

        Assert.Equal("a", (await client.GetAsync("a")).Id);
        Assert.Equal(2, handler.Requests);
    }

    private static async Task<(Exception? Error, int Requests)> CallAsync(Func<SandboxClient, Task> call, params Func<HttpResponseMessage>[] script)
    {
        var handler = new AnswerHandler(script);
        using var client = new SandboxClient(handler, Options());
        var error = await Record.ExceptionAsync(() => call(client));
        return (error, handler.Requests);
    }

    private static SandboxClientOptions Options() => new() { Retry = new SandboxRetryOptions { BaseDelay = TimeSpan.Zero } };
}
