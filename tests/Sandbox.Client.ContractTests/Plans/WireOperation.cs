namespace Sandbox.Client.ContractTests.Plans;

/// <summary>An operation of the client as the contract's table of endpoints has it (contract sections 1.2 and 2.1).</summary>
/// <param name="Name">A name for messages.</param>
/// <param name="Method">The method.</param>
/// <param name="Path">The path with <c>{namespace}</c> and <c>{id}</c>.</param>
/// <param name="Call">Calls it with a namespaced client, an id and a request.</param>
/// <param name="RequestType">The type of the request's record; null for none.</param>
public sealed record WireOperation(string Name, string Method, string Path, Func<SandboxClient, string, object?, Task<object?>> Call, Type? RequestType = null)
{
    /// <summary>The namespace and the id of a raw path, not decoded; null when the path is another operation's.</summary>
    public (string? Namespace, string? Id)? Match(string method, string path)
    {
        var pattern = Path.Split('/');
        var segments = path.Split('/');
        if (method != Method || pattern.Length != segments.Length)
        {
            return null;
        }

        (string? Namespace, string? Id) names = default;
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case "{namespace}":
                    names.Namespace = segments[i];
                    break;
                case "{id}":
                    names.Id = segments[i];
                    break;
                default:
                    if (pattern[i] != segments[i])
                    {
                        return null;
                    }

                    break;
            }
        }

        return names;
    }
}
