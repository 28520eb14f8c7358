using System.Diagnostics;

namespace Sandbox.Client.SampleTests.Processes;

/// <summary>A sample that runs as a user runs it, with its output redirected.</summary>
internal sealed class SampleProcess : IAsyncDisposable
{
    // No expectation: what hangs must end some time.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly Task<List<string>> _errors;
    private readonly List<string> _output = [];
    private readonly CancellationTokenSource _limit = new(Limit);

    private SampleProcess(Process process)
    {
        _process = process;
        _errors = ReadAsync(process.StandardError, []);
    }

    /// <summary>Starts a sample.</summary>
    /// <param name="sample">The sample's name.</param>
    /// <param name="arguments">Its command line.</param>
    public static SampleProcess Start(string sample, params string[] arguments) => Start(sample, server: null, arguments);

    /// <summary>Starts a sample at a server.</summary>
    /// <param name="sample">The sample's name.</param>
    /// <param name="server">The server; null for the sample's own emulator.</param>
    /// <param name="arguments">Its command line.</param>
    public static SampleProcess Start(string sample, Uri? server, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Assembly(sample), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Samples run at a real server when these say so.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("TENSORLAKE_", StringComparison.Ordinal) || name.StartsWith("INDEXIFY_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        if (server is not null)
        {
            start.Environment["TENSORLAKE_API_URL"] = server.ToString();
        }

        return new SampleProcess(Process.Start(start)!);
    }

    /// <summary>Waits until the sample says something.</summary>
    public async Task WaitForLineAsync(string part)
    {
        while (await _process.StandardOutput.ReadLineAsync(_limit.Token) is { } line)
        {
            _output.Add(line);
            if (line.Contains(part, StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new InvalidOperationException($"The sample never said \"{part}\". {await WaitForExitAsync()}");
    }

    /// <summary>Sends SIGTERM.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("sh", ["-c", $"kill -TERM {_process.Id}"]);
        await kill.WaitForExitAsync(_limit.Token);
        Assert.Equal(0, kill.ExitCode);
    }

    /// <summary>Waits until the sample ends by itself.</summary>
    public async Task<SampleRun> WaitForExitAsync()
    {
        try
        {
            await ReadAsync(_process.StandardOutput, _output).WaitAsync(_limit.Token);
            await _process.WaitForExitAsync(_limit.Token);
            return new SampleRun(_process.ExitCode, _output, await _errors);
        }
        catch (OperationCanceledException error)
        {
            throw new TimeoutException($"The sample did not end within {Limit}. It said:\n{string.Join('\n', _output.ToArray())}", error);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        _limit.Dispose();
    }

    /// <summary>The sample that was built with these tests: in the same configuration, for the same framework.</summary>
    private static string Assembly(string sample)
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory);
        var repository = framework.Parent!.Parent!.Parent!.Parent!.Parent!;
        return Path.Combine(repository.FullName, "samples", sample, "bin", framework.Parent.Name, framework.Name, $"{sample}.dll");
    }

    private static async Task<List<string>> ReadAsync(StreamReader reader, List<string> lines)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }
}
