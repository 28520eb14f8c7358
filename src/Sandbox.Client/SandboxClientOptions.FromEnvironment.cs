namespace Sandbox.Client;

public sealed partial class SandboxClientOptions
{
    private const string EndpointVariable = "TENSORLAKE_API_URL";
    private const string ApiKeyVariable = "TENSORLAKE_API_KEY";
    private const string NamespaceVariable = "INDEXIFY_NAMESPACE";

    /// <summary>Options from the environment variables that this server's users already set: <c>TENSORLAKE_API_URL</c>, <c>TENSORLAKE_API_KEY</c> and
    /// <c>INDEXIFY_NAMESPACE</c>. One that is not set, or empty, leaves the default. Nothing else ever reads them but
    /// <c>AddSandboxClient()</c> without an argument.</summary>
    /// <returns>New options.</returns>
    /// <exception cref="ArgumentException"><c>TENSORLAKE_API_URL</c> is no absolute address.</exception>
    public static SandboxClientOptions FromEnvironment()
    {
        var options = new SandboxClientOptions();
        options.ReadEnvironment();
        return options;
    }

    internal void ReadEnvironment()
    {
        if (Read(EndpointVariable) is { } endpoint)
        {
            Endpoint = Uri.TryCreate(endpoint, UriKind.Absolute, out var address)
                ? address
                : throw new ArgumentException($"The environment variable {EndpointVariable} must be an absolute address, for example http://localhost:8900.");
        }

        ApiKey = Read(ApiKeyVariable) ?? ApiKey;
        Namespace = Read(NamespaceVariable) ?? Namespace;
    }

    private static string? Read(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
