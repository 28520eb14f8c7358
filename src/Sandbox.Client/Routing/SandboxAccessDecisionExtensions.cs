namespace Sandbox.Client.Routing;

/// <summary>The question that most callers have about a <see cref="SandboxAccessDecision"/>.</summary>
public static class SandboxAccessDecisionExtensions
{
    /// <summary>Whether the request may pass without credentials.</summary>
    /// <param name="decision">The decision.</param>
    /// <returns>True for <see cref="SandboxAccessDecision.OpenToEverybody"/> and <see cref="SandboxAccessDecision.PublicPath"/>.</returns>
    public static bool IsUnauthenticatedAccess(this SandboxAccessDecision decision) =>
        decision is SandboxAccessDecision.OpenToEverybody or SandboxAccessDecision.PublicPath;
}
