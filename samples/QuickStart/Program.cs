using QuickStart;
using Sandbox.Client;
using Sandbox.Client.Errors;
using Sandbox.Client.Testing;

using var stop = new StopSignals();
var screen = new Screen();
try
{
    // A real server when TENSORLAKE_API_URL names one; otherwise an emulator in this process.
    await using var emulator = Environment.GetEnvironmentVariable("TENSORLAKE_API_URL") is { Length: > 0 }
        ? null
        : await SandboxEmulator.StartAsync(new SandboxEmulatorOptions { Dialect = ServerDialect.Routes }, stop.Token);
    var options = SandboxClientOptions.FromEnvironment();
    options.Endpoint = emulator?.Endpoint ?? options.Endpoint;
    Screen.Say(emulator is null ? $"Server: {options.Endpoint}" : $"Server: an emulator in this process, at {options.Endpoint}");
    await using var client = new SandboxClient(options);
    await new Story(client, screen).TellAsync(stop.Token);
    return 0;
}
catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
{
    Screen.Say("Stopped.");
    return 130;
}
catch (Exception error) when (error is SandboxException or ArgumentException)
{
    Screen.Complain(error.Message);
    return 1;
}
