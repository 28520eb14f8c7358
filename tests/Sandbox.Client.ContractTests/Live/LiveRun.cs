using Sandbox.Client.ContractTests.Plans;
using Sandbox.Client.Models;

namespace Sandbox.Client.ContractTests.Live;

/// <summary>Plays scenarios on a server that lives, in namespaces of their own, and removes what they made.</summary>
internal sealed class LiveRun(SandboxClient client)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Whether the client can play a scenario from its first step to its last: nothing in it that only another party can do, and that has an effect.</summary>
    public static bool CanPlay(Recording recording) => recording.Steps.All(step => StepPlanner.Plan(step) switch
    {
        { Kind: StepKind.Sent } => true,

        // Other words with another effect: the client never lets a half-filled object fall to the server's defaults, and never sends what is refused.
        { Kind: StepKind.Reworded } => (int)step.Status < 400 && step.RequestText?.Contains("\"resources\"", StringComparison.Ordinal) is not true,
        // A path without a route has no effect; a wrong method on one that has makes the namespace.
        { Kind: StepKind.Excluded } => step is { At: "server", Kind: null, Status: System.Net.HttpStatusCode.NotFound },
        _ => (int)step.Status >= 400 || step.Method is "GET" or "HEAD" or "OPTIONS",
    });

    /// <summary>Plays one scenario; the differences to what was recorded, each with its step.</summary>
    public async Task<IReadOnlyList<string>> PlayAsync(Recording recording)
    {
        var differences = new List<string>();
        try
        {
            foreach (var step in recording.Steps)
            {
                var plan = StepPlanner.Plan(step);
                if (plan.Kind is StepKind.Sent or StepKind.Reworded)
                {
                    await PlayAsync(recording, step, plan, differences);
                }
            }
        }
        finally
        {
            await CleanUpAsync(recording.Namespace);
        }

        return differences;
    }

    private async Task PlayAsync(Recording recording, RecordedStep step, StepPlan plan, List<string> differences)
    {
        var (recordedResult, recordedError) = await CallAsync(plan, new SandboxClient(new RecordedAnswerHandler(step), new SandboxClientOptions { Retry = { MaxRetries = 0 }, VerifyAccessSettings = false }));
        var (result, error) = await CallAsync(plan, client);

        // A recording that repeated a request shows what it came to; sometimes that is not what it waited for.
        for (var waited = TimeSpan.Zero; step.RepeatedUntil is { } until && StateOf(result, until) != StateOf(recordedResult, until) && waited < Patience; waited += Interval)
        {
            await Task.Delay(Interval);
            (result, error) = await CallAsync(plan, client);
        }

        foreach (var (placeholder, _) in step.Captures)
        {
            recording.Set(placeholder, IdOf(result) ?? throw new InvalidOperationException($"{step}: nothing was made ({error?.Message})"));
        }

        if (result is List<NamespaceInfo> names)
        {
            result = names.Where(row => row.Name.StartsWith(recording.Namespace, StringComparison.Ordinal)).ToList();
        }

        var wanted = LiveAnswer.Describe(recordedResult, recordedError);
        var got = LiveAnswer.Describe(result, error);
        if (wanted != got)
        {
            differences.Add($"{step}: {got}, recorded {wanted}");
        }
    }

    private static async Task<(object? Result, Exception? Error)> CallAsync(StepPlan plan, SandboxClient client)
    {
        object? result = null;
        var error = await Record.ExceptionAsync(async () => result = await plan.Call!(client));
        return (result, error);
    }

    private static string? StateOf(object? result, string member) => (result, member) switch
    {
        (SandboxInfo sandbox, "status") => sandbox.Status.Value,
        (SandboxInfo sandbox, "pending_reason") => sandbox.PendingReason?.Value,
        (SandboxPoolDetail pool, "containers.0.state") => pool.Containers is [var first, ..] ? first.State.Value : null,
        (SnapshotInfo snapshot, "status") => snapshot.Status.Value,
        (SandboxLookup lookup, "status") => lookup.Status.Value,
        _ => null,
    };

    private static string? IdOf(object? result) => result switch
    {
        CreatedSandbox created => created.Id,
        CreatedSandboxPool created => created.Id,
        CreatedSnapshot created => created.Id,
        _ => null,
    };

    private async Task CleanUpAsync(string prefix)
    {
        await foreach (var row in client.Namespaces.ListAsync())
        {
            if (row.Name.StartsWith(prefix, StringComparison.Ordinal) && SandboxIdentifier.IsValid(row.Name))
            {
                await CleanUpAsync(client.InNamespace(row.Name));
            }
        }
    }

    private static async Task CleanUpAsync(SandboxClient scope)
    {
        await foreach (var snapshot in scope.Snapshots.ListAsync())
        {
            await scope.Snapshots.DeleteAsync(snapshot.Id);
        }

        for (var waited = TimeSpan.Zero; await DeleteSandboxesAsync(scope) && waited < Patience; waited += Interval)
        {
            await Task.Delay(Interval);
        }

        await foreach (var pool in scope.Pools.ListAsync())
        {
            await scope.Pools.DeleteAsync(pool.Id);
        }
    }

    /// <summary>True while one is still living.</summary>
    private static async Task<bool> DeleteSandboxesAsync(SandboxClient scope)
    {
        var isLiving = false;
        await foreach (var sandbox in scope.ListAsync())
        {
            if (sandbox.Status != SandboxStatus.Terminated)
            {
                isLiving = true;
                await scope.DeleteAsync(sandbox.Id);
            }
        }

        return isLiving;
    }

    /// <summary>Gives the recorded answer to whatever is asked.</summary>
    private sealed class RecordedAnswerHandler(RecordedStep step) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = new HttpResponseMessage(step.Status) { Content = new StringContent(step.ResponseText) };
            answer.Content.Headers.ContentType = step.ResponseContentType is { } type ? System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type) : null;
            return Task.FromResult(answer);
        }
    }
}
