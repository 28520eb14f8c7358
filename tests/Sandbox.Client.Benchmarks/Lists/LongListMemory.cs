using System.Globalization;
using System.Net.Http.Json;
using Sandbox.Client.Benchmarks.Support;

namespace Sandbox.Client.Benchmarks.Lists;

/// <summary>The most managed memory that a list of 100,000 sandboxes holds at a time, over what was there before it.</summary>
internal static class LongListMemory
{
    private const int Rows = 100_000;

    public static async Task ReportAsync()
    {
        var body = Bodies.List(Rows);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Rows} rows, {body.Length / 1e6:F1} MB"));
        Report("HttpClient by hand", await ByHandAsync(body));
        Report("SandboxClient", await WithClientAsync(body));
    }

    private static async Task<long> ByHandAsync(byte[] body)
    {
        using var http = new HttpClient(new StubHandler(body));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var answer = await http.GetAsync("http://localhost:8900/", HttpCompletionOption.ResponseHeadersRead);
        var page = await answer.Content.ReadFromJsonAsync(FloorJson.Default.SandboxPage);
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(page);
        return held;
    }

    private static async Task<long> WithClientAsync(byte[] body)
    {
        using var client = new SandboxClient(new StubHandler(body), new SandboxClientOptions());
        var before = GC.GetTotalMemory(forceFullCollection: true);
        long highest = 0;
        var count = 0;
        await foreach (var _ in client.ListAsync())
        {
            if (++count % 1000 == 0)
            {
                highest = Math.Max(highest, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        return count == Rows ? highest : throw new InvalidOperationException($"{count} rows came.");
    }

    private static void Report(string who, long bytes) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{who}: {bytes / 1e6:F2} MB"));
}
