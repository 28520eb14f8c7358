namespace Sandbox.Client.AotSmoke;

/// <summary>What a client sent.</summary>
internal sealed record Request(string MethodAndPath, string? Authorization, string Body);
