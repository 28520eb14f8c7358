using Sandbox.Client.UpstreamTests.Content;

namespace Sandbox.Client.UpstreamTests.Servers;

/// <summary>nginx, in the configurations that read paths differently.</summary>
internal static class NginxServer
{
    public const string Static = "static files";
    public const string UnmergedSlashes = "static files, slashes not merged";
    public const string Proxy = "proxy that passes the normalised path on";

    public static Task<ServerProcess> StartAsync(ContentTree content, string configuration)
    {
        var port = ServerProcess.FreePort();
        var folder = Path.Combine(content.Root, "nginx");
        Directory.CreateDirectory(folder);
        var file = content.Write("nginx/nginx.conf", $$"""
            daemon off; master_process off; pid {{folder}}/pid; error_log {{folder}}/error.log crit;
            events { worker_connections 1024; }
            http {
              access_log off; client_body_temp_path {{folder}}/body; proxy_temp_path {{folder}}/proxy; fastcgi_temp_path {{folder}}/fastcgi;
              uwsgi_temp_path {{folder}}/uwsgi; scgi_temp_path {{folder}}/scgi; large_client_header_buffers 8 32k;
              {{Servers(content, configuration, port, ServerProcess.FreePort())}}
            }
            """);
        return ServerProcess.StartAsync("nginx", port, ["-p", folder, "-e", Path.Combine(folder, "error.log"), "-c", file]);
    }

    private static string Servers(ContentTree content, string configuration, int port, int behind) => configuration switch
    {
        Static => Site(content, port, "merge_slashes on;"),
        UnmergedSlashes => Site(content, port, "merge_slashes off;"),
        _ => Site(content, behind, "merge_slashes on;") + $$"""
              server { listen 127.0.0.1:{{port}};
                location / { proxy_pass http://127.0.0.1:{{behind}}/; }
              }
            """,
    };

    private static string Site(ContentTree content, int port, string settings) => $$"""
          server { listen 127.0.0.1:{{port}}; root {{content.Site}}; {{settings}} absolute_redirect off;
            location / { try_files $uri $uri/index.html @private; }
            location = /api/public { return 200 "PUBLIC"; }
            location /api/public/ { try_files $uri $uri/index.html @public; }
            location @private { return 404 "{{content.Mark}}"; }
            location @public { return 404 "PUBLIC"; }
          }
        """;
}
