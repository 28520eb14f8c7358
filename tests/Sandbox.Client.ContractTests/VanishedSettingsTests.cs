using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Sandbox.Client.ContractTests.Plans;
using Sandbox.Client.Errors;

namespace Sandbox.Client.ContractTests;

/// <summary>What real servers did with access settings that they do not know, and what the client makes of it.</summary>
public sealed class VanishedSettingsTests
{
    private static readonly string[] Settings = ["unauthenticated_routes", "allow_unauthenticated_access", "exposed_ports"];

    [Theory]
    [InlineData("routes/no-executor/create-routes.json")]
    [InlineData("routes/no-executor/create-ports.json")]
    [InlineData("routes/no-executor/pool-full-inherit.json")]
    [InlineData("ports/no-executor/create-routes.json")]
    [InlineData("ports/no-executor/create-ports.json")]
    [InlineData("ports/no-executor/pool-full-inherit.json")]
    [InlineData("older/no-executor/create-routes.json")]
    [InlineData("older/no-executor/create-ports.json")]
    [InlineData("older/no-executor/pool-full-inherit.json")]
    public async Task A_setting_that_a_recorded_server_dropped_is_an_error(string file)
    {
        var steps = Recording.Load(file).Steps.Where(step => StepPlanner.Plan(step).Call is not null).ToList();
        var creation = steps.First(step => step.Method == "POST" && step.RequestText is not null);
        var read = steps.First(step => step.Number > creation.Number && step.Method == "GET" && step.Path.StartsWith(creation.Path + "/", StringComparison.Ordinal));
        var (asked, kept) = (JsonNode.Parse(creation.RequestText!)!.AsObject(), JsonNode.Parse(read.ResponseText)!.AsObject());
        var dropped = Settings.Where(name => asked[name] is { } setting && !JsonNode.DeepEquals(setting, kept[name])).ToList();
        using var handler = new AnswersOf(creation, read);
        using var client = new SandboxClient(handler, new SandboxClientOptions());

        var error = await Record.ExceptionAsync(() => StepPlanner.Plan(creation).Call!(client));

        if (dropped.Count == 0)
        {
            Assert.Null(error);
            Assert.Equal(["POST", "GET"], handler.Methods);
            return;
        }

        var failure = Assert.IsType<SandboxFeatureNotSupportedException>(error);
        Assert.All(dropped, name => Assert.Contains($"({name})", failure.Message, StringComparison.Ordinal));
        Assert.All(Settings.Except(dropped), name => Assert.DoesNotContain($"({name})", failure.Message, StringComparison.Ordinal));
        Assert.Contains(creation.Dialect == "ports" ? "the ports dialect." : "the routes dialect", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["POST", "GET", "DELETE"], handler.Methods);
    }

    private sealed class AnswersOf(RecordedStep creation, RecordedStep read) : HttpMessageHandler
    {
        public List<string> Methods { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Methods.Add(request.Method.Method);
            var text = request.Method == HttpMethod.Post ? creation.ResponseText : request.Method == HttpMethod.Get ? read.ResponseText : "";
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(text, Encoding.UTF8, "application/json") });
        }
    }
}
