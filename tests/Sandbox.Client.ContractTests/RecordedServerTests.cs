using System.Text.Json.Nodes;
using Sandbox.Client.ContractTests.Answers;
using Sandbox.Client.ContractTests.Plans;
using WireMock;

namespace Sandbox.Client.ContractTests;

/// <summary>The client against every recording of a real server, in recorded order.</summary>
public sealed class RecordedServerTests(StubbedServer server) : IClassFixture<StubbedServer>
{
    public static TheoryData<string> Files => [.. Recording.AllFiles];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_client_sends_what_was_recorded_and_reads_the_answer(string file)
    {
        var steps = Recording.Load(file).Steps.Select(step => (Step: step, Plan: StepPlanner.Plan(step))).Where(played => played.Plan.Call is not null).ToList();
        server.Play(steps.Select(played => played.Step));
        using var client = new SandboxClient(new SandboxClientOptions { Endpoint = server.Endpoint, Retry = { MaxRetries = 0 }, VerifyAccessSettings = false });
        var sent = 0;
        foreach (var (step, plan) in steps)
        {
            if (plan.Refused is { } refused)
            {
                await AssertRefusedAsync(step, plan.Operation!, () => refused(client));
                Assert.Equal(sent, server.Received.Count);
            }

            object? result = null;
            var error = await Record.ExceptionAsync(async () => result = await plan.Call!(client));

            // An error here is nearly always the reason that nothing was sent.
            Assert.True(server.Received.Count == sent + 1, $"{step}: {server.Received.Count - sent} requests were sent. {error}");
            if (plan.Kind is StepKind.Sent or StepKind.Reworded)
            {
                AssertSent(step, plan, server.Received[sent]);
            }

            RecordedAnswer.AssertRead(step, plan, result, error);
            sent++;
        }
    }

    private static async Task AssertRefusedAsync(RecordedStep step, string operation, Func<Task<object?>> call)
    {
        object? result = null;
        var error = await Record.ExceptionAsync(async () => result = await call());
        if (error is null && operation is "LookUp" or "LookUpGlobally")
        {
            Assert.Null(result);
        }
        else
        {
            Assert.True(error is ArgumentException, $"{step} should be refused with an ArgumentException, not {error}");
        }
    }

    private static void AssertSent(RecordedStep step, StepPlan plan, IRequestMessage request)
    {
        Assert.Equal(step.Method, request.Method);
        Assert.Equal(Segments(step.Path), Segments(new Uri(request.Url).AbsolutePath));
        Assert.Equal("", new Uri(request.Url).Query);
        var recorded = plan.Kind is StepKind.Sent ? step.RequestText : plan.Body;
        if (plan.Body is null)
        {
            Assert.True(string.IsNullOrEmpty(request.Body), $"{step}: {request.Body} was sent");
        }
        else
        {
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(recorded!), JsonNode.Parse(request.Body!)), $"{step}: {request.Body} was sent, not {recorded}");
        }
    }

    private static IEnumerable<string> Segments(string path) => path.Split('/').Select(Uri.UnescapeDataString);
}
