using Sandbox.Client.UpstreamTests.Content;
using Sandbox.Client.UpstreamTests.Processes;

namespace Sandbox.Client.UpstreamTests.Servers;

/// <summary>nginx, with the locations of <see cref="NginxLocations"/>.</summary>
internal static class NginxServer
{
    public const string Program = "nginx";

    public static IReadOnlyList<string> Configurations => NginxLocations.Names;

    public static Task<IUpstreamServer> StartAsync(ContentTree tree, string configuration) => ServerProcess.StartAsync(tree, port =>
    {
        var file = Path.Combine(tree.Working, "nginx.conf");
        File.WriteAllText(file, Text(tree, port, NginxLocations.Of(configuration, tree)));
        return [Executable.Get(Program), "-p", tree.Working, "-c", file];
    });

    private static string Text(ContentTree tree, int port, string locations) => $$"""
        daemon off;
        worker_processes 1;
        pid nginx.pid;
        error_log stderr crit;
        {{(WorkerAccount.IsNeeded ? $"user {WorkerAccount.User} {WorkerAccount.Group};" : "")}}
        events { worker_connections 256; }
        http {
          access_log off;
          default_type text/plain;
          large_client_header_buffers 4 16k;
          client_body_temp_path body;
          proxy_temp_path proxy;
          fastcgi_temp_path fastcgi;
          uwsgi_temp_path uwsgi;
          scgi_temp_path scgi;
          upstream behind { server unix:{{tree.Working}}/behind.sock; }
          server {
            listen 127.0.0.1:{{port}};
            {{locations}}
            location @public { return 404 "{{tree.PublicText}}"; }
            location @private { return 404 "{{tree.PrivateText}}"; }
          }
          server {
            listen unix:{{tree.Working}}/behind.sock;
            location / { return 200 "{{tree.PrivateText}}"; }
            location = /area { return 200 "{{tree.PublicText}}"; }
            location /area/ { alias {{tree.PublicFolder}}/; error_page 403 404 405 @public; }
            location @public { return 404 "{{tree.PublicText}}"; }
          }
        }
        """;
}
