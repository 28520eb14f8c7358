namespace Sandbox.Client.AotSmoke;

/// <summary>The client answered something else than the server said.</summary>
internal sealed class WrongAnswerException(string message) : Exception(message);
