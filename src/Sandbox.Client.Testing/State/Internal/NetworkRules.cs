namespace Sandbox.Client.Testing.State.Internal;

/// <summary>What a sandbox may reach: <c>network</c> in requests, <c>network_policy</c> in answers.</summary>
internal sealed record NetworkRules(bool AllowInternetAccess, IReadOnlyList<string> AllowOut, IReadOnlyList<string> DenyOut);
