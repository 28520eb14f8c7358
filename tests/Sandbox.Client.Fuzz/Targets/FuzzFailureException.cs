namespace Sandbox.Client.Fuzz.Targets;

/// <summary>What must hold does not.</summary>
internal sealed class FuzzFailureException(string message) : Exception(message);
