using System.Globalization;
using System.Text;

namespace Sandbox.Client.Benchmarks.Routing;

/// <summary>Routes and the targets that are asked about: 40 characters long unless the name says otherwise.</summary>
internal static class RequestTargets
{
    public const string Hit = "hit";
    public const string Miss = "miss";
    public const string Encoded = "hit, encoded";
    public const string Query = "hit, query";
    public const string Long = "hit, 8 KB";
    public const string LongMiss = "miss, 8 KB";
    public const string WorstPath = "worst path, 8 KB";
    public const string WorstQuery = "worst query, 8 KB";

    /// <summary>What stands before the query.</summary>
    public static ReadOnlySpan<char> PathOf(string target)
    {
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? target : target.AsSpan(0, mark);
    }

    public static string[] Routes(int count) => [.. Enumerable.Range(0, count).Select(Route)];

    public static string Make(string kind, int count)
    {
        var route = Route(count / 2);
        return kind switch
        {
            Hit => $"{route}/logo/large.png",
            Miss => $"{route[..^6]}private/logo-1234.png",
            Encoded => $"{route}/%C3%A9t%C3%A9s",
            Query => $"{route}/a.png?width=64",
            Long => Fill($"{route}/logo", "/folder-of-images", 8190),
            LongMiss => Fill("/api/v0/private", "/folder-of-images", 8190),
            WorstPath => Fill($"{route}/logo", "%C3%A9", 8180) + "/%2e%2e",
            _ => Fill($"{route}/logo?", "%25", 8170) + "/%252e%252e",
        };
    }

    // 25 characters, as "/api/v0/team-00005/public"; the last segments differ too late for a comparison that gives up early.
    private static string Route(int number) => string.Create(CultureInfo.InvariantCulture, $"/api/v{number % 10}/team-{number:D5}/public");

    private static string Fill(string start, string piece, int length)
    {
        var text = new StringBuilder(start, length);
        while (text.Length + piece.Length <= length)
        {
            text.Append(piece);
        }

        return text.ToString();
    }
}
