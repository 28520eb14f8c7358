namespace Sandbox.Client.Routing;

/// <summary>A decision with the reasons for it, for logs, tools and tests. Never send it to whoever made the request.</summary>
public readonly record struct UnauthenticatedRouteExplanation
{
    private readonly string? _message;

    internal UnauthenticatedRouteExplanation(UnauthenticatedRouteDecision decision, string? route, int? position, string message)
    {
        Decision = decision;
        Route = route;
        Position = position;
        _message = message;
    }

    /// <summary>The decision. A denial carries the first reason in the order of the rule.</summary>
    public UnauthenticatedRouteDecision Decision { get; }

    /// <summary>The route, in canonical form, that the path equals or continues; null when none does, or when the target was denied before routes were compared.</summary>
    public string? Route { get; }

    /// <summary>Where in the target the offending octet, segment or query begins, from 0; null when the reason has no place, and for an allowed target.</summary>
    public int? Position { get; }

    /// <summary>The decision in words. It repeats no part of the target.</summary>
    public string Message => _message ?? Internal.DecisionSentences.Of(UnauthenticatedRouteDecision.NoRoutes);

    /// <summary>The decision in words.</summary>
    /// <returns><see cref="Message"/>.</returns>
    public override string ToString() => Message;
}
