using System.Security.Cryptography;
using System.Text;

namespace Sandbox.Client.UpstreamTests.Content;

/// <summary>What every server serves: a public area in a folder of private files, and more private files above that folder. Gone when disposed.</summary>
internal sealed class ContentTree : IDisposable
{
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Traversable = Readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    // In each private folder; what the targets of the corpus and of the generator reach for.
    private static readonly string[] PrivateFiles =
    [
        "index.html", "admin/index.html", "admin/panel.txt", "admin/ws", "secret/index.html", "secret/key.txt", "secret.txt", "key.txt", "x", "a", "a..", "..a", "A", "0", "data.txt",
        "v1.0", "x-y_z", "...txt", ".well-known/index.html",
    ];

    private static readonly string[] PrivateNeighbours =
    [
        "private/index.html", "private/key.txt", "publicity/index.html", "publicity/key.txt", "public2/key.txt", "publics", "publicx", "public~", "public.", "public..", "public.bak", "public.json",
        "public_internal", "public=x", "public+x", "public@x", "public:x", "public!", "public$", "public*", "public&x", "public'", "public(x)", "publi", "publiC/index.html", "PUBLIC/index.html",
    ];

    private static readonly string[] PublicFiles =
    [
        "index.html", "data.txt", "sub/index.html", "sub/deep.txt", "admin/index.html", "admin/panel.txt", ".well-known/x.txt", ".well-known/index.html", "a..b", "..a", "a..", "@scope", "it's", "(x).txt",
        "a&b", "ABC", ".hidden", "...txt", "caf\u00E9.txt", "\u65E5\u672C.txt", "a+b.txt",
    ];

    public ContentTree()
    {
        Marker = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        PublicText = "PUBLIC " + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        Folder = Directory.CreateTempSubdirectory("sandbox-client-upstream-").FullName;
        Root = Path.Combine(Folder, "above", "www", "tree");
        Working = Directory.CreateDirectory(Path.Combine(Folder, "server")).FullName;
        Fill();
    }

    /// <summary>What every private file and every answer from outside the public area holds, and nothing else does.</summary>
    public string Marker { get; }

    public string PrivateText => "PRIVATE " + Marker;

    /// <summary>What every public file and every answer from the public area holds.</summary>
    public string PublicText { get; }

    /// <summary>The folder that is made for the run; no server reads a file outside of it.</summary>
    public string Folder { get; }

    /// <summary>The document root; there are private files one and two levels above it.</summary>
    public string Root { get; }

    /// <summary>Where a server keeps its configuration and its logs.</summary>
    public string Working { get; }

    public string PublicFolder => Path.Combine(Root, "api", "public");

    /// <summary>What a handler that read a target as this file answers: the file; or, when there is none, to which area it would belong.</summary>
    public string TextOf(string file)
    {
        var path = Path.GetFullPath(file);
        if (Directory.Exists(path))
        {
            path = Path.Combine(path, "index.html");
        }

        if (IsIn(Folder, path) && File.Exists(path))
        {
            return File.ReadAllText(path);
        }

        return IsIn(PublicFolder, path) ? PublicText : PrivateText;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static bool IsIn(string folder, string path) => path == folder || path.StartsWith(folder + '/', StringComparison.Ordinal);

    private void Fill()
    {
        foreach (var folder in new[] { "above", "above/www", "above/www/tree", "above/www/tree/api" })
        {
            Write(Path.Combine(Folder, folder), PrivateFiles, PrivateText);
        }

        Write(Path.Combine(Root, "api"), PrivateNeighbours, PrivateText);
        Write(PublicFolder, PublicFiles, PublicText);

        // Servers that are started by root read as somebody else.
        File.SetUnixFileMode(Folder, Traversable);
        foreach (var folder in Directory.EnumerateDirectories(Folder, "*", SearchOption.AllDirectories))
        {
            File.SetUnixFileMode(folder, Traversable);
        }
    }

    private static void Write(string folder, string[] files, string text)
    {
        foreach (var file in files)
        {
            var path = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text, Encoding.ASCII);
            File.SetUnixFileMode(path, Readable);
        }
    }
}
