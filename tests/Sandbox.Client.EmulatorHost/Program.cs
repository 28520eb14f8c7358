using System.Globalization;
using System.Runtime.InteropServices;
using Sandbox.Client.Testing;

// Runs the emulator for scripts: prints its address on one line, ends on SIGTERM or Ctrl+C.
var options = new SandboxEmulatorOptions();
for (var index = 0; index < args.Length; index += 2)
{
    if (index + 1 == args.Length)
    {
        return Usage($"{args[index]} needs a value.");
    }

    var value = args[index + 1];
    try
    {
        switch (args[index])
        {
            case "--dialect":
                options.Dialect = Enum.Parse<ServerDialect>(value, ignoreCase: true);
                break;
            case "--executors":
                options.ExecutorCount = int.Parse(value, CultureInfo.InvariantCulture);
                break;
            case "--startup-ms":
                options.StartupDelay = TimeSpan.FromMilliseconds(int.Parse(value, CultureInfo.InvariantCulture));
                break;
            case "--snapshot-ms":
                options.SnapshotDuration = TimeSpan.FromMilliseconds(int.Parse(value, CultureInfo.InvariantCulture));
                break;
            case "--idle-snapshots-fail":
                options.IdleSnapshotsFail = bool.Parse(value);
                break;
            case "--address":
                options.DataplaneApiAddress = value;
                break;
            default:
                return Usage($"Unknown option {args[index]}.");
        }
    }
    catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException)
    {
        return Usage($"{args[index]} does not take {value}.");
    }
}

var stop = new TaskCompletionSource();
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
await using (var emulator = await SandboxEmulator.StartAsync(options))
{
    Console.WriteLine(emulator.Endpoint.AbsoluteUri);
    await stop.Task;
}

return 0;

void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    stop.TrySetResult();
}

static int Usage(string problem)
{
    Console.Error.WriteLine(problem);
    Console.Error.WriteLine("Options: --dialect ports|routes|older  --executors N  --startup-ms N  --snapshot-ms N  --idle-snapshots-fail true|false  --address HOST:PORT");
    return 2;
}
