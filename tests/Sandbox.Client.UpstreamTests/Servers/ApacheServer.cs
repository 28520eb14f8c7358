using Sandbox.Client.UpstreamTests.Content;

namespace Sandbox.Client.UpstreamTests.Servers;

/// <summary>Apache, with each way of treating encoded slashes.</summary>
internal static class ApacheServer
{
    public static Task<ServerProcess> StartAsync(ContentTree content, string encodedSlashes)
    {
        var port = ServerProcess.FreePort();
        var file = content.Write("apache/httpd.conf", $$"""
            ServerRoot "{{content.Root}}/apache"
            ServerName localhost
            Listen 127.0.0.1:{{port}}
            PidFile "{{content.Root}}/apache/pid"
            ErrorLog "{{content.Root}}/apache/error.log"
            LogLevel crit
            LimitRequestLine 32000
            LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
            LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
            LoadModule dir_module /usr/lib/apache2/modules/mod_dir.so
            User www-data
            Group www-data
            StartServers 1
            DocumentRoot "{{content.Site}}"
            AllowEncodedSlashes {{encodedSlashes}}
            DirectoryIndex index.html
            ErrorDocument 404 "{{content.Mark}}"
            ErrorDocument 403 "{{content.Mark}}"
            <Location "/api/public">
              ErrorDocument 404 "PUBLIC"
              ErrorDocument 403 "PUBLIC"
            </Location>
            """);
        return ServerProcess.StartAsync("apache2", port, ["-DFOREGROUND", "-f", file]);
    }
}
