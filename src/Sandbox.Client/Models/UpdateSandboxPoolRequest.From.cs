namespace Sandbox.Client.Models;

public sealed partial record UpdateSandboxPoolRequest
{
    /// <summary>An update that leaves a pool as its create request made it.</summary>
    /// <param name="request">The request that made the pool.</param>
    /// <returns>The update; change it with <c>with</c>.</returns>
    public static UpdateSandboxPoolRequest From(CreateSandboxPoolRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new()
        {
            Image = request.Image,
            Resources = request.Resources,
            Gpus = request.Gpus,
            SecretNames = request.SecretNames,
            Timeout = null,
            TimeoutSeconds = request.TimeoutSeconds,
            Entrypoint = request.Entrypoint,
            MaxContainers = request.MaxContainers,
            WarmContainers = request.WarmContainers,
            Network = request.Network,
            UnauthenticatedRoutes = request.UnauthenticatedRoutes,
            AllowUnauthenticatedAccess = request.AllowUnauthenticatedAccess,
            ExposedPorts = request.ExposedPorts,
        };
    }

    /// <summary>An update that leaves a pool as its record shows it, with the three members that no record shows.</summary>
    /// <param name="pool">The pool's record.</param>
    /// <param name="entrypoint">The pool's command; null or empty when it has none of its own.</param>
    /// <param name="secretNames">The pool's secrets; null or empty when it has none.</param>
    /// <param name="gpus">The pool's GPUs; null or empty when it has none.</param>
    /// <returns>The update; change it with <c>with</c>.</returns>
    public static UpdateSandboxPoolRequest From(
        SandboxPoolInfo pool, ValueList<string>? entrypoint, ValueList<string>? secretNames, ValueList<SandboxGpu>? gpus)
    {
        ArgumentNullException.ThrowIfNull(pool);
        return new()
        {
            Image = pool.Image,
            Resources = pool.Resources,
            Gpus = gpus,
            SecretNames = secretNames,
            Timeout = null,
            TimeoutSeconds = pool.TimeoutSeconds,
            Entrypoint = entrypoint,
            MaxContainers = pool.MaxContainers,
            WarmContainers = pool.WarmContainers,
            Network = pool.NetworkPolicy,
            UnauthenticatedRoutes = pool.UnauthenticatedRoutes,
            AllowUnauthenticatedAccess = pool.AllowUnauthenticatedAccess,
            ExposedPorts = pool.ExposedPorts,
        };
    }
}
