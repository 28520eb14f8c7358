namespace Sandbox.Client.Testing.Faults.Internal;

/// <summary>What a part of an answer is.</summary>
internal enum AnswerPart
{
    /// <summary>An informational answer (1xx) before the real one.</summary>
    Informational,
    Head,
    Body,
}
