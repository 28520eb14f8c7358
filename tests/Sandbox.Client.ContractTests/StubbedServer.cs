using System.Net;
using WireMock;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace Sandbox.Client.ContractTests;

/// <summary>A WireMock.Net server that gives recorded answers in recorded order.</summary>
public sealed class StubbedServer : IDisposable
{
    private readonly WireMockServer _server = WireMockServer.Start();

    public Uri Endpoint => new(_server.Url!);

    /// <summary>Forgets everything and takes the answers of one scenario: each is given once, after the one before it.</summary>
    public void Play(IEnumerable<RecordedStep> steps)
    {
        _server.Reset();
        var state = 0;
        foreach (var step in steps)
        {
            var answer = Response.Create().WithStatusCode(step.Status);
            if (step.ResponseText.Length > 0)
            {
                answer = answer.WithBody(step.ResponseText);
            }

            if (step.ResponseContentType is { } type)
            {
                answer = answer.WithHeader("content-type", type);
            }

            var scenario = _server.Given(Request.Create().UsingAnyMethod()).InScenario("recording");
            (state == 0 ? scenario : scenario.WhenStateIs($"{state}")).WillSetStateTo($"{state + 1}").RespondWith(answer);
            state++;
        }

        _server.Given(Request.Create().UsingAnyMethod()).AtPriority(int.MaxValue).RespondWith(Response.Create().WithStatusCode(HttpStatusCode.InternalServerError).WithBody("no recorded answer is left"));
    }

    /// <summary>What the server has received since <see cref="Play"/>.</summary>
    public IReadOnlyList<IRequestMessage> Received => [.. _server.LogEntries.Select(entry => entry.RequestMessage!)];

    public void Dispose() => _server.Dispose();
}
