using Sandbox.Client.PackageTests.Sources;

namespace Sandbox.Client.PackageTests.Packages;

/// <summary>The packages under test: those in the folder that <c>SANDBOX_CLIENT_PACKAGES</c> names, or ones packed for this run.</summary>
public sealed class PackedPackages : IAsyncLifetime, IDisposable
{
    private const string Variable = "SANDBOX_CLIENT_PACKAGES";

    private readonly TemporaryFolder _temporary = new();

    /// <summary>The folder with the packages: also the feed of the consumers.</summary>
    public string Folder { get; private set; } = "";

    /// <summary>A package cache for consumers that no other run has seen: what an earlier build left in the machine's own would win.</summary>
    public string Cache => _temporary.Combine("cache");

    public static string FileName(string id, string extension) => $"{id}.{Repository.Version}.{extension}";

    public async Task InitializeAsync()
    {
        var given = Environment.GetEnvironmentVariable(Variable);
        Folder = string.IsNullOrEmpty(given) ? await SourceCopy.PackAsync(_temporary, "packed") : Path.GetFullPath(given);
        foreach (var file in Repository.PackageIds.SelectMany(id => new[] { FileName(id, "nupkg"), FileName(id, "snupkg") }))
        {
            if (!File.Exists(Path.Combine(Folder, file)))
            {
                throw new FileNotFoundException($"{file} is not in {Folder}: run `dotnet pack Sandbox.Client.sln --output <that folder>` first, or unset {Variable}.");
            }
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _temporary.Dispose();

    internal PackageFile Open(string id) => PackageFile.Open(Path.Combine(Folder, FileName(id, "nupkg")));

    internal PackageFile OpenSymbols(string id) => PackageFile.Open(Path.Combine(Folder, FileName(id, "snupkg")));
}
