using Sandbox.Client.Models;

namespace Sandbox.Client.Routing;

/// <summary>Decides what a proxy may do with a request for a sandbox, from everything that the lookup says about it, whatever generation of server answered.</summary>
/// <remarks>
/// <para>The steps, in order: the state and the address of the sandbox; its exposed ports; whether it is open to everybody; whether the path is public; else credentials are needed.
/// What the server did not say is never permission.</para>
/// <para>Exposed ports (contract section 1.6.2): not said, no port rule applies; null, only 9501; an empty list, none.</para>
/// <para>A public path is public on every exposed port, but never on the management ports 9500 and 9501: the daemon behind them runs commands for whoever reaches it.</para>
/// <para>Make one for a lookup and keep it as long as the lookup; it is immutable, and a decision allocates nothing.</para>
/// </remarks>
public sealed class SandboxAccess
{
    /// <summary>The port of the daemon's HTTP interface in every sandbox. It runs commands.</summary>
    public const int ManagementPort = 9501;

    /// <summary>The port of the daemon's gRPC interface in every sandbox.</summary>
    public const int InternalManagementPort = 9500;

    private readonly SandboxAccessDecision? _refusal;
    private readonly ExposedPorts _exposedPorts;
    private readonly bool _isOpenToEverybody;
    private readonly bool _opensManagementPort;

    /// <summary>Prepares the decisions about a sandbox.</summary>
    /// <param name="lookup">What the server says about it. Routes that are not valid open nothing.</param>
    /// <param name="options">What the proxy adds; null for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="lookup"/> is null.</exception>
    public SandboxAccess(SandboxLookup lookup, SandboxAccessOptions? options = null)
    {
        Routes = UnauthenticatedRouteMatcher.For(lookup);
        _refusal = RefusalOf(lookup);
        _exposedPorts = lookup.ExposedPorts;
        _isOpenToEverybody = lookup.AllowUnauthenticatedAccess == true;
        _opensManagementPort = options?.OpenManagementPortToEverybody == true;
    }

    /// <summary>The sandbox's public paths.</summary>
    public UnauthenticatedRouteMatcher Routes { get; }

    /// <summary>Decides about one request. To decide about several requests for a sandbox, make a <see cref="SandboxAccess"/> and keep it.</summary>
    /// <param name="lookup">What the server says about the sandbox.</param>
    /// <param name="port">The port in the sandbox that the request is for.</param>
    /// <param name="rawTarget">The raw request target, never a decoded path.</param>
    /// <param name="method">The request method.</param>
    /// <param name="options">What the proxy adds; null for the defaults.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lookup"/>, <paramref name="rawTarget"/> or <paramref name="method"/> is null.</exception>
    public static SandboxAccessDecision Evaluate(SandboxLookup lookup, int port, string rawTarget, string method, SandboxAccessOptions? options = null) =>
        new SandboxAccess(lookup, options).Evaluate(port, rawTarget, method);

    /// <summary>Decides about a request.</summary>
    /// <param name="port">The port in the sandbox that the request is for; one outside 1 to 65535 is not exposed.</param>
    /// <param name="rawTarget">The raw request target, never a decoded path.</param>
    /// <param name="method">The request method.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rawTarget"/> or <paramref name="method"/> is null.</exception>
    public SandboxAccessDecision Evaluate(int port, string rawTarget, string method)
    {
        ArgumentNullException.ThrowIfNull(rawTarget);
        return Evaluate(port, rawTarget.AsSpan(), method);
    }

    /// <summary>Decides about a request.</summary>
    /// <param name="port">The port in the sandbox that the request is for; one outside 1 to 65535 is not exposed.</param>
    /// <param name="rawTarget">The raw request target, never a decoded path.</param>
    /// <param name="method">The request method.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="method"/> is null.</exception>
    public SandboxAccessDecision Evaluate(int port, ReadOnlySpan<char> rawTarget, string method)
    {
        ArgumentNullException.ThrowIfNull(method);
        return BeforePath(port) ?? AfterPath(Routes.IsPublic(rawTarget, method));
    }

    /// <summary>Decides about a request.</summary>
    /// <param name="port">The port in the sandbox that the request is for; one outside 1 to 65535 is not exposed.</param>
    /// <param name="rawTarget">The raw request target as it came over the wire.</param>
    /// <param name="method">The request method.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="method"/> is null.</exception>
    public SandboxAccessDecision Evaluate(int port, ReadOnlySpan<byte> rawTarget, string method)
    {
        ArgumentNullException.ThrowIfNull(method);
        return BeforePath(port) ?? AfterPath(Routes.IsPublic(rawTarget, method));
    }

    private static SandboxAccessDecision? RefusalOf(SandboxLookup lookup)
    {
        if (lookup.Status == SandboxStatus.Pending)
        {
            return SandboxAccessDecision.Pending;
        }

        if (lookup.Status == SandboxStatus.Terminated)
        {
            return SandboxAccessDecision.Terminated;
        }

        if (lookup.Status != SandboxStatus.Running && lookup.Status != SandboxStatus.Snapshotting)
        {
            return SandboxAccessDecision.UnknownState;
        }

        return string.IsNullOrWhiteSpace(lookup.DataplaneApiAddress) ? SandboxAccessDecision.NoAddress : null;
    }

    private static SandboxAccessDecision AfterPath(bool isPublic) =>
        isPublic ? SandboxAccessDecision.PublicPath : SandboxAccessDecision.CredentialsNeeded;

    private SandboxAccessDecision? BeforePath(int port)
    {
        if (_refusal is { } refusal)
        {
            return refusal;
        }

        if (!IsExposed(port))
        {
            return SandboxAccessDecision.PortNotExposed;
        }

        var isManagement = port is ManagementPort or InternalManagementPort;
        if (_isOpenToEverybody && (!isManagement || (port == ManagementPort && _opensManagementPort)))
        {
            return SandboxAccessDecision.OpenToEverybody;
        }

        return isManagement ? SandboxAccessDecision.CredentialsNeeded : null;
    }

    private bool IsExposed(int port)
    {
        if (port is < 1 or > ushort.MaxValue)
        {
            return false;
        }

        if (_exposedPorts.Ports is { } ports)
        {
            return ports.AsSpan().Contains((ushort)port);
        }

        return !_exposedPorts.IsDaemonOnly || port == ManagementPort;
    }
}
