using System.Text;
using Sandbox.Client.Tests.Routing;

namespace Sandbox.Client.Fuzz;

/// <summary>The inputs that were found worth keeping, a line each; \xNN stands for one octet.</summary>
internal static class KeptCorpus
{
    private const int LargestFile = 250_000;

    public static IReadOnlyList<byte[]> Load(string name)
    {
        var file = PathOf(AppContext.BaseDirectory, name);
        return File.Exists(file) ? [.. File.ReadLines(file).Select(CorpusCase.Unescape)] : [];
    }

    public static void Save(string project, string name, IEnumerable<byte[]> inputs)
    {
        var file = PathOf(project, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllLines(file, ShortestFirst(inputs.Select(Escape).Distinct(StringComparer.Ordinal)).Order(StringComparer.Ordinal));
    }

    /// <summary>As many as a repository should carry: what a long input shows, short ones mostly show as well.</summary>
    private static IEnumerable<string> ShortestFirst(IEnumerable<string> lines)
    {
        var length = 0;
        return lines.OrderBy(line => line.Length).ThenBy(line => line, StringComparer.Ordinal).TakeWhile(line => (length += line.Length + 1) <= LargestFile);
    }

    private static string PathOf(string folder, string name) => Path.Combine(folder, "Corpus", name + ".txt");

    private static string Escape(byte[] input)
    {
        var text = new StringBuilder();
        foreach (var octet in input)
        {
            _ = octet is > 0x20 and < 0x7F and not (byte)'\\' ? text.Append((char)octet) : text.Append("\\x").Append(Convert.ToHexStringLower([octet]));
        }

        return text.ToString();
    }
}
