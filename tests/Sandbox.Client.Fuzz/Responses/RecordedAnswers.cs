using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Sandbox.Client.Fuzz.Responses;

/// <summary>What real servers answered, as inputs; answers that differ only in ids and times count once.</summary>
internal static partial class RecordedAnswers
{
    public static IReadOnlyList<byte[]> All { get; } = [.. Read().DistinctBy(Convert.ToHexString)];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Recordings");

    private static IEnumerable<byte[]> Read()
    {
        var errors = new HashSet<(int Status, string Body)>();
        foreach (var file in Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using var recording = JsonDocument.Parse(File.ReadAllBytes(file));
            foreach (var step in recording.RootElement.GetProperty("steps").EnumerateArray())
            {
                if (Exchange(step) is not { } exchange)
                {
                    continue;
                }

                var (method, path, status, body) = exchange;
                if (status >= 400)
                {
                    errors.Add((status, body));
                }

                for (var operation = 0; operation < ClientOperations.All.Count; operation++)
                {
                    if (ClientOperations.All[operation] is { Path.Length: > 0 } candidate && candidate.Method == method && Matches(candidate.Path, path))
                    {
                        yield return ResponsePlan.Write(operation, status, Encoding.UTF8.GetBytes(body));
                    }
                }
            }
        }

        // An error says the same whatever was asked: each is given to one operation after the other.
        foreach (var (number, (status, body)) in errors.Index())
        {
            yield return ResponsePlan.Write(number % ClientOperations.All.Count, status, Encoding.UTF8.GetBytes(body));
        }
    }

    private static (string Method, string Path, int Status, string Body)? Exchange(JsonElement step) =>
        step.TryGetProperty("request", out var request)
        && step.TryGetProperty("response", out var response)
        && request.TryGetProperty("method", out var method)
        && request.TryGetProperty("path", out var path)
        && response.TryGetProperty("status", out var status)
        && response.TryGetProperty("body", out var body)
            ? (method.GetString()!, path.GetString()!.Split('?')[0], status.GetInt32(), body.ValueKind is JsonValueKind.String ? Settled(body.GetString()!) : "")
            : null;

    private static string Settled(string body) => Times().Replace(Placeholders().Replace(body.Replace("{{ns}}", "default", StringComparison.Ordinal), "id-1"), "1795451103007");

    private static bool Matches(string pattern, string path)
    {
        var (expected, actual) = (pattern.Split('/'), path.Split('/'));
        return expected.Length == actual.Length && expected.Zip(actual).All(pair => pair.First == "*" || pair.First == pair.Second);
    }

    [GeneratedRegex(@"\{\{[a-z0-9_]+\}\}", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholders();

    [GeneratedRegex(@"\b17\d{11}\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Times();
}
