namespace Sandbox.Client.Testing.Json.Internal;

/// <summary>One member of a request object, in the order in which the server declares them.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Alias">A second name for the same member: both together are a duplicate.</param>
/// <param name="Required">Must be in the object.</param>
/// <param name="RequiredInArray">Must be in the object when it is written as an array (optional ones without a default too).</param>
internal sealed record WireMember(string Name, string? Alias = null, bool Required = false, bool RequiredInArray = false)
{
    public bool IsCalled(string name) => name.Equals(Name, StringComparison.Ordinal) || name.Equals(Alias, StringComparison.Ordinal);
}
