namespace Sandbox.Client.Testing.Faults.Internal;

/// <summary>Where the answer to a request comes from.</summary>
internal enum AnswerSource
{
    /// <summary>There is none.</summary>
    None,
    Upstream,
    Given,
    Raw,
    Filler,
}
