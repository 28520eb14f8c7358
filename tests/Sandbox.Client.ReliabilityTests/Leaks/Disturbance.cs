using System.Globalization;
using Sandbox.Client.Testing.Faults;

namespace Sandbox.Client.ReliabilityTests.Leaks;

/// <summary>What happens to one request of a conversation, or to it and all that follow.</summary>
/// <param name="Step">Which request, from 1.</param>
/// <param name="Fault">What happens to it; null for nothing.</param>
/// <param name="IsLasting">Whether it happens to all later ones, too.</param>
/// <param name="Cancels">Whether the caller cancels as it arrives.</param>
/// <param name="Stalls">Whether the fault leaves the client without an answer until its time-out.</param>
public sealed record Disturbance(int Step, Fault? Fault, bool IsLasting, bool Cancels = false, bool Stalls = false)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(Cancels ? "cancelled at" : "at")} request {Step}{(IsLasting ? " and all later ones" : "")}: {Fault?.Name ?? "passed on"}");
}
