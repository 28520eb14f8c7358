namespace Sandbox.Client.Routing.Internal;

/// <summary>A decision, the place in the target that is at fault (or -1), and the route that matched.</summary>
internal readonly record struct Classification(UnauthenticatedRouteDecision Decision, int Position = -1, string? Route = null);
