using System.Net;
using Sandbox.Client.Models;
using Sandbox.Client.Serialization.Internal;

namespace Sandbox.Client.Http.Internal;

internal sealed partial class Transport
{
    /// <summary>A degraded server answers 503 with nothing (contract section 1.5): a result here, not an error.</summary>
    public async Task<ServerHealth> GetHealthAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await SendAsync(Operations.GetHealth, scope: null, id: null, content: null, ServerHealthConverter.Instance, notFound: null, cancellationToken).ConfigureAwait(false))!;
        }
        catch (Errors.SandboxServerException degraded) when (degraded is { StatusCode: HttpStatusCode.ServiceUnavailable, ServerMessage: null })
        {
            return new ServerHealth { Status = HealthState.Degraded };
        }
    }
}
