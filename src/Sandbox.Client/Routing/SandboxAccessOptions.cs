namespace Sandbox.Client.Routing;

/// <summary>What a proxy adds to the rule of <see cref="SandboxAccess"/>.</summary>
public sealed record SandboxAccessOptions
{
    /// <summary>Whether a sandbox that is open to everybody is so on port 9501 too. Its daemon runs commands for whoever reaches it. Off by default.</summary>
    public bool OpenManagementPortToEverybody { get; init; }
}
