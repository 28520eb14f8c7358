using System.Text.RegularExpressions;

namespace Sandbox.Client.Benchmarks.Routing;

/// <summary>One compiled expression with all routes as alternatives. It has none of the checks.</summary>
internal sealed class RegexAlternation(string[] routes) : IRouteContestant
{
    private readonly Regex _expression = new(
        $"^(?:{string.Join('|', routes.Select(Regex.Escape))})(?:[/?]|$)",
        RegexOptions.Compiled | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    public bool IsBelow(string target) => _expression.IsMatch(target);
}
