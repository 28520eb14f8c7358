using System.Globalization;
using System.Text.Json;

namespace Sandbox.Client.ContractTests;

/// <summary>One scenario that was played on a real server.</summary>
public sealed class Recording
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private Recording(string file)
    {
        File = file;
        var root = JsonDocument.Parse(System.IO.File.ReadAllBytes(System.IO.Path.Combine(Folder, file))).RootElement;
        Scenario = root.GetProperty("scenario").GetString()!;
        Namespace = $"contract-{Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..12]}";
        _values["ns"] = Namespace;
        Steps = [.. root.GetProperty("steps").EnumerateArray().Select((step, index) => new RecordedStep(file, index + 1, step, Fill))];
        foreach (var (placeholder, _) in Steps.SelectMany(step => step.Captures))
        {
            // As long as the server's own ids.
            _values[placeholder] = $"{placeholder}-{Guid.NewGuid():N}"[..21];
        }
    }

    public static string Folder => System.IO.Path.Combine(AppContext.BaseDirectory, "Recordings");

    public static IEnumerable<string> AllFiles => Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories)
        .Select(path => System.IO.Path.GetRelativePath(Folder, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    public string File { get; }

    public string Scenario { get; }

    public string Namespace { get; }

    public IReadOnlyList<RecordedStep> Steps { get; }

    public static Recording Load(string file) => new(file);

    /// <summary>Gives a placeholder the value of this run.</summary>
    public void Set(string placeholder, string value) => _values[placeholder] = value;

    private string Fill(string text)
    {
        foreach (var (placeholder, value) in _values)
        {
            text = text.Replace("{{" + placeholder + "}}", value, StringComparison.Ordinal);
        }

        return text;
    }
}
