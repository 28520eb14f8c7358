using System.Text;
using Sandbox.Client.Tests.Routing;

namespace Sandbox.Client.Fuzz;

/// <summary>The inputs that were found worth keeping, a line each; \xNN stands for one octet.</summary>
internal static class KeptCorpus
{
    public static IReadOnlyList<byte[]> Load(string name)
    {
        var file = PathOf(AppContext.BaseDirectory, name);
        return File.Exists(file) ? [.. File.ReadLines(file).Select(CorpusCase.Unescape)] : [];
    }

    public static void Save(string project, string name, IEnumerable<byte[]> inputs)
    {
        var file = PathOf(project, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllLines(file, inputs.Select(Escape).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
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
