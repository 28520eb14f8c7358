using Microsoft.Extensions.Time.Testing;
using Sandbox.Client.Errors;
using Sandbox.Client.Models;
using Sandbox.Client.Testing.Faults;

namespace Sandbox.Client.Testing.Tests;

/// <summary>The code of docs/emulator.md, run.</summary>
public sealed class ExampleTests
{
    [Fact]
    public async Task A_job_leaves_no_sandbox_behind()
    {
        await using var emulator = await SandboxEmulator.StartAsync(new SandboxEmulatorOptions { StartupDelay = TimeSpan.Zero });
        using var client = emulator.CreateClient();

        var created = await client.CreateAsync(new CreateSandboxRequest { Image = "python:3.14-slim" });
        Assert.Equal(SandboxStatus.Running, (await client.GetAsync(created.Id)).Status);
        await client.DeleteAsync(created.Id);

        Assert.Empty(emulator.GetLiveSandboxes());
    }

    [Fact]
    public async Task A_sandbox_ends_after_its_timeout()
    {
        var clock = new FakeTimeProvider();
        await using var emulator = await SandboxEmulator.StartAsync(new SandboxEmulatorOptions { TimeProvider = clock });
        using var client = emulator.CreateClient();
        var created = await client.CreateAsync(new CreateSandboxRequest { Timeout = TimeSpan.FromMinutes(5) });

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(SandboxStatus.Running, (await client.GetAsync(created.Id)).Status);
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(SandboxOutcome.TimedOut, (await client.GetAsync(created.Id)).Outcome);
    }

    [Fact]
    public async Task Losing_the_executor_ends_the_sandbox()
    {
        await using var emulator = await SandboxEmulator.StartAsync(new SandboxEmulatorOptions { StartupDelay = TimeSpan.Zero });
        using var client = emulator.CreateClient();
        var created = await client.CreateAsync(new CreateSandboxRequest());

        emulator.RemoveExecutors();
        Assert.Equal(SandboxOutcome.ExecutorRemoved, (await client.GetAsync(created.Id)).Outcome);
    }

    [Fact]
    public async Task A_lost_answer_leaves_a_sandbox_behind()
    {
        await using var emulator = await SandboxEmulator.StartAsync();
        await using var faults = await FaultServer.StartAsync(emulator.Endpoint, request => request.Number == 1 ? Fault.CloseAfterEffect() : null);
        using var client = emulator.CreateClient(options => options.Endpoint = faults.Endpoint);

        var lost = await Assert.ThrowsAsync<SandboxConnectionException>(() => client.CreateAsync(new CreateSandboxRequest()));

        Assert.Equal(OperationOutcome.Unknown, lost.Outcome);
        Assert.Single(emulator.GetLiveSandboxes());
        Assert.Equal("POST", Assert.Single(faults.Requests).Method);
    }

    [Fact]
    public void The_documentation_shows_this_code()
    {
        var shown = Resource("emulator.md").Split("```csharp")[1..].Select(part => Squeeze(part.Split("```")[0])).ToList();
        var run = Squeeze(Resource("ExampleTests.cs"));
        Assert.Equal(4, shown.Count);
        Assert.All(shown, code => Assert.Contains(code, run, StringComparison.Ordinal));
    }

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(ExampleTests).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
