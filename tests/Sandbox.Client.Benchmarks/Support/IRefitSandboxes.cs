using Refit;
using Sandbox.Client.Models;

namespace Sandbox.Client.Benchmarks.Support;

/// <summary>The same two calls with Refit.</summary>
public interface IRefitSandboxes
{
    [Get("/v1/namespaces/{name}/sandboxes/{id}")]
    Task<SandboxInfo> GetAsync(string name, string id);

    [Get("/v1/namespaces/{name}/sandboxes")]
    Task<SandboxPage> ListAsync(string name);
}
