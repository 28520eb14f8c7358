using Sandbox.Client.Errors;
using Sandbox.Client.Models;

namespace Sandbox.Client;

public partial class SandboxClient
{
    /// <summary>Asks the server how it is. A degraded server is an answer, not an error.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The server's health.</returns>
    /// <exception cref="SandboxException">The call failed.</exception>
    public virtual Task<ServerHealth> GetHealthAsync(CancellationToken cancellationToken = default) => _transport.GetHealthAsync(cancellationToken);
}
