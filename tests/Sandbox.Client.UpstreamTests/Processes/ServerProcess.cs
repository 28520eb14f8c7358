using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Sandbox.Client.UpstreamTests.Content;
using Sandbox.Client.UpstreamTests.Requests;
using Sandbox.Client.UpstreamTests.Servers;

namespace Sandbox.Client.UpstreamTests.Processes;

/// <summary>A server in processes of its own, which end with this object, and also when the test run is killed.</summary>
internal sealed class ServerProcess : IUpstreamServer
{
    /// <summary>What guards the processes.</summary>
    public const string Shell = "bash";

    // Stands between the tests and the server: ends when the server ends, and ends the server when the pipe to the tests closes.
    private const string Guard = """
        exec 2> /dev/null
        set -m
        log=$1
        shift
        "$@" < /dev/null > "$log" 2>&1 &
        server=$!
        cat <&0 > /dev/null &
        wait -n
        kill -KILL -- "-$server"
        kill -KILL -- "-$!"
        wait
        """;

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly Process _guard;
    private readonly string _log;

    private ServerProcess(Process guard, int port, string log)
    {
        _guard = guard;
        Port = port;
        _log = log;
    }

    public int Port { get; }

    /// <summary>Whether the first process of the server still runs.</summary>
    public bool IsRunning => !_guard.HasExited;

    /// <summary>Starts a server and waits until it answers.</summary>
    /// <param name="tree">What it serves; its logs go there too.</param>
    /// <param name="command">The command line, once a port is chosen.</param>
    /// <param name="environment">What is added to the environment.</param>
    public static async Task<IUpstreamServer> StartAsync(ContentTree tree, Func<int, IReadOnlyList<string>> command, IReadOnlyDictionary<string, string>? environment = null)
    {
        // Somebody else may take a free port before the server does.
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort();
            var server = Launch(tree, port, command(port), environment);
            try
            {
                await server.WaitAsync(tree);
                return server;
            }
            catch (Exception error) when (error is InvalidOperationException or TimeoutException)
            {
                await server.DisposeAsync();
                if (attempt == 3)
                {
                    throw;
                }
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        using (_guard)
        {
            _guard.StandardInput.Close();
            using var limit = new CancellationTokenSource(StopLimit);
            try
            {
                await _guard.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                _guard.Kill(entireProcessTree: true);
            }
        }
    }

    private static ServerProcess Launch(ContentTree tree, int port, IReadOnlyList<string> command, IReadOnlyDictionary<string, string>? environment)
    {
        var log = Path.Combine(tree.Working, "output.log");
        var start = new ProcessStartInfo(Executable.Get(Shell), ["-c", Guard, "guard", log, .. command])
        {
            WorkingDirectory = tree.Working,
            UseShellExecute = false,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        return new ServerProcess(Process.Start(start)!, port, log);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WaitAsync(ContentTree tree)
    {
        using var timer = new PeriodicTimer(Pause);
        var clock = Stopwatch.StartNew();
        while (!(await RawRequest.SendAsync(Port, "/api/public/data.txt"u8.ToArray())).Holds(tree.PublicText))
        {
            if (_guard.HasExited)
            {
                throw new InvalidOperationException($"The server ended at once. It said:\n{Said()}");
            }

            if (clock.Elapsed > StartLimit)
            {
                throw new TimeoutException($"The server did not serve a public file within {StartLimit}. It said:\n{Said()}");
            }

            await timer.WaitForNextTickAsync();
        }
    }

    private string Said() => File.Exists(_log) ? File.ReadAllText(_log) : "";
}
