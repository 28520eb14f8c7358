using System.Security.Cryptography;

namespace Sandbox.Client.UpstreamTests.Content;

/// <summary>A site with a public and a private area. Everything private holds a mark that nobody can guess.</summary>
internal sealed class ContentTree : IDisposable
{
    private const UnixFileMode Readable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private static readonly string[] PublicFiles = ["index.html", "data.txt", "a", "logo.png", "sub/index.html", "sub/deep.txt", "admin/index.html", "admin/panel.txt"];

    // Beside the site, in it, and beside the public folder: what a path reaches that leaves its prefix by one, two or three steps.
    private static readonly string[] PrivateFiles =
    [
        "index.html", "secret", "secret.txt", "etc/passwd", "admin/index.html", "admin/panel.txt",
        "site/index.html", "site/secret", "site/secret.txt", "site/etc/passwd", "site/admin/index.html", "site/admin/panel.txt", "site/admin.txt", "site/private/index.html",
        "site/api/index.html", "site/api/secret", "site/api/secret.txt", "site/api/admin/index.html", "site/api/private/index.html", "site/api/publicity/index.html",
        "site/api/public.txt", "site/api/publicx", "site/api/public~/index.html",
    ];

    public ContentTree()
    {
        Root = Directory.CreateTempSubdirectory("upstream-").FullName;
        if (!OperatingSystem.IsWindows())
        {
            // Servers read as another user.
            File.SetUnixFileMode(Root, Readable);
        }

        foreach (var file in PublicFiles)
        {
            Write(Path.Combine(Public, file), "PUBLIC");
        }

        foreach (var file in PrivateFiles)
        {
            Write(Path.Combine(Root, file), Mark);
        }
    }

    /// <summary>The folder above the site, for configurations and logs.</summary>
    public string Root { get; }

    public string Site => Path.Combine(Root, "site");

    public string Public => Path.Combine(Site, "api", "public");

    /// <summary>What an answer holds that serves something private.</summary>
    public string Mark { get; } = $"PRIVATE-{Convert.ToHexString(RandomNumberGenerator.GetBytes(12))}";

    /// <summary>Writes a file beside the site and gives its path.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
