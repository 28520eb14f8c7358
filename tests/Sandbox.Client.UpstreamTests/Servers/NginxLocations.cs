using Sandbox.Client.UpstreamTests.Content;

namespace Sandbox.Client.UpstreamTests.Servers;

/// <summary>Ways to configure nginx for a public area, good and bad ones.</summary>
internal static class NginxLocations
{
    private static readonly Dictionary<string, Func<ContentTree, string>> Configurations = new(StringComparer.Ordinal)
    {
        ["static root"] = tree => StaticRoot(tree, "on"),
        ["static root, slashes kept"] = tree => StaticRoot(tree, "off"),

        // The missing slash lets "/api/public../" climb.
        ["alias beside private"] = tree => $$"""
            location / { return 200 "{{tree.PrivateText}}"; }
            location /api/public { alias {{tree.PublicFolder}}/; error_page 403 404 405 @public; }
            """,

        // With a path behind the host, nginx passes on what it made of the target.
        ["proxy with a path"] = tree => $$"""
            location / { return 200 "{{tree.PrivateText}}"; }
            location /api/public { proxy_pass http://behind/area; }
            """,

        // The capture is decoded, and the second server decodes it again.
        ["proxy with a capture"] = tree => $$"""
            location / { return 200 "{{tree.PrivateText}}"; }
            location = /api/public { return 200 "{{tree.PublicText}}"; }
            location ~ ^/api/public/(.*)$ { proxy_pass http://behind/area/$1$is_args$args; }
            """,
    };

    public static IReadOnlyList<string> Names => [.. Configurations.Keys];

    public static string Of(string configuration, ContentTree tree) => Configurations[configuration](tree);

    private static string StaticRoot(ContentTree tree, string mergeSlashes) => $$"""
        root {{tree.Root}};
        merge_slashes {{mergeSlashes}};
        error_page 403 404 405 @private;
        location / { }
        location /api/public/ { error_page 403 404 405 @public; }
        """;
}
