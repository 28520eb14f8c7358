namespace Sandbox.Client.PackageTests.Packages;

/// <summary>What a package may make its users carry, written down by hand: a new one must be meant.</summary>
internal sealed record ExpectedDependencies(string[] Packages, string[] Frameworks)
{
    public static ExpectedDependencies Of(string id) => id switch
    {
        "Sandbox.Client" => new(["Microsoft.Extensions.Http", "Microsoft.Extensions.Http.Resilience"], []),
        "Sandbox.Client.Testing" => new(["Sandbox.Client"], ["Microsoft.AspNetCore.App"]),
        _ => throw new InvalidOperationException($"{id} is a new package: write down here what it may depend on."),
    };
}
