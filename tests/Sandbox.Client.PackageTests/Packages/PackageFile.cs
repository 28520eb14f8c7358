using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace Sandbox.Client.PackageTests.Packages;

/// <summary>A package's files, read from the archive.</summary>
internal sealed class PackageFile
{
    private readonly Dictionary<string, ImmutableArray<byte>> _files;

    private PackageFile(Dictionary<string, ImmutableArray<byte>> files) => _files = files;

    public IEnumerable<string> Names => _files.Keys.Order(StringComparer.Ordinal);

    /// <summary>The elements below the nuspec's <c>metadata</c>, without their XML namespace (it differs with what is said).</summary>
    public XElement Metadata
    {
        get
        {
            var root = XDocument.Parse(Text(Names.Single(name => name.EndsWith(".nuspec", StringComparison.Ordinal)))).Root!;
            foreach (var element in root.DescendantsAndSelf())
            {
                element.Name = element.Name.LocalName;
            }

            return root.Element("metadata")!;
        }
    }

    public static PackageFile Open(string path)
    {
        var files = new Dictionary<string, ImmutableArray<byte>>(StringComparer.Ordinal);
        using var archive = ZipFile.OpenRead(path);
        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            using var copy = new MemoryStream();
            content.CopyTo(copy);
            files.Add(entry.FullName, [.. copy.ToArray()]);
        }

        return new PackageFile(files);
    }

    public ImmutableArray<byte> Bytes(string name) =>
        _files.TryGetValue(name, out var bytes) ? bytes : throw new FileNotFoundException($"{name} is not in the package, which holds {string.Join(", ", Names)}.");

    public string Text(string name) => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(Bytes(name).AsSpan()).TrimStart('\uFEFF');
}
