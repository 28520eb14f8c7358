using Sandbox.Client.UpstreamTests.Content;
using Sandbox.Client.UpstreamTests.Processes;

namespace Sandbox.Client.UpstreamTests.Servers;

/// <summary>Apache's httpd with a document root, and what it does with encoded slashes.</summary>
internal static class ApacheServer
{
    public const string Program = "apache2";

    private static readonly string[] ModuleFolders = ["/usr/lib/apache2/modules", "/usr/libexec/apache2"];

    public static IReadOnlyList<string> Configurations { get; } = ["AllowEncodedSlashes On", "AllowEncodedSlashes NoDecode"];

    public static Task<IUpstreamServer> StartAsync(ContentTree tree, string configuration) => ServerProcess.StartAsync(tree, port =>
    {
        var file = Path.Combine(tree.Working, "apache2.conf");
        File.WriteAllText(file, Text(tree, port, configuration, ModuleFolders.First(Directory.Exists)));
        return [Executable.Get(Program), "-DFOREGROUND", "-d", tree.Working, "-f", file];
    });

    private static string Text(ContentTree tree, int port, string encodedSlashes, string modules) => $$"""
        LoadModule mpm_event_module {{modules}}/mod_mpm_event.so
        LoadModule authz_core_module {{modules}}/mod_authz_core.so
        LoadModule dir_module {{modules}}/mod_dir.so
        Listen 127.0.0.1:{{port}}
        ServerName localhost
        {{(WorkerAccount.IsNeeded ? $"User {WorkerAccount.User}\nGroup {WorkerAccount.Group}" : "")}}
        DefaultRuntimeDir {{tree.Working}}
        PidFile apache2.pid
        ErrorLog error.log
        StartServers 1
        LimitRequestLine 16000
        DocumentRoot {{tree.Root}}
        DirectoryIndex index.html
        {{encodedSlashes}}
        ErrorDocument 403 "{{tree.PrivateText}}"
        ErrorDocument 404 "{{tree.PrivateText}}"
        <Directory {{tree.PublicFolder}}>
          ErrorDocument 404 "{{tree.PublicText}}"
        </Directory>
        # A name that is too long for the file system is refused before its folder is known; the path is known by then.
        <Location /api/public>
          ErrorDocument 403 "{{tree.PublicText}}"
        </Location>
        """;
}
