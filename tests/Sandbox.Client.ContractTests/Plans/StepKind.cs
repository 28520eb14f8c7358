namespace Sandbox.Client.ContractTests.Plans;

/// <summary>How a recorded step is covered.</summary>
public enum StepKind
{
    /// <summary>The client sends the recorded method, path and an equal body, and reads the recorded answer.</summary>
    Sent,

    /// <summary>The client means the same and words it otherwise by design; the other wording is asserted, and the recorded answer is read.</summary>
    Reworded,

    /// <summary>The client refuses the call by design; the refusal is asserted, and the recorded answer is read on another call.</summary>
    Refused,

    /// <summary>The client can't produce the request (broken JSON, wrong types, another content type); the recorded answer is read.</summary>
    AnswerOnly,

    /// <summary>Not covered, for a reason of <see cref="ExclusionReason"/>.</summary>
    Excluded,
}
