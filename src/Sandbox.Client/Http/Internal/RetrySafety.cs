namespace Sandbox.Client.Http.Internal;

/// <summary>When an operation may be sent again.</summary>
internal enum RetrySafety
{
    /// <summary>Never: its failure is an answer.</summary>
    Never,

    /// <summary>Only when the request provably never left: a second one would make a second thing.</summary>
    IfNeverSent,

    /// <summary>Always: doing it twice is doing it once.</summary>
    Always,
}
