namespace Sandbox.Client.ContractTests.Plans;

/// <summary>How one recorded step is played with the client.</summary>
/// <param name="Kind">How it is covered.</param>
/// <param name="Reason">Why it is not; null when it is.</param>
/// <param name="Operation">The operation; null when there is none.</param>
/// <param name="Namespace">The namespace that the call is made in; null when there is none.</param>
/// <param name="Call">The call that the recording asks for, or, where the client can't make that, another call of the same operation.</param>
/// <param name="Refused">The call that the client refuses; null when there is none.</param>
/// <param name="Body">The body that the call sends; null for none.</param>
public sealed record StepPlan(
    StepKind Kind,
    ExclusionReason? Reason,
    string? Operation,
    string? Namespace,
    Func<SandboxClient, Task<object?>>? Call,
    Func<SandboxClient, Task<object?>>? Refused,
    string? Body)
{
    public static StepPlan Excluded(ExclusionReason reason) => new(StepKind.Excluded, reason, null, null, null, null, null);
}
