using System.Globalization;
using Sandbox.Client.Errors;

namespace Sandbox.Client.ReliabilityTests.Table;

/// <summary>What one call came to.</summary>
/// <param name="Requests">How many requests the server saw.</param>
/// <param name="Error">The type of the error; null for a success.</param>
/// <param name="Outcome">What the error says about the effect; null for a success.</param>
/// <param name="Elapsed">How long it took on the virtual clock.</param>
public sealed record Cell(int Requests, Type? Error, OperationOutcome? Outcome, TimeSpan Elapsed)
{
    public bool IsSuccess => Error is null;

    public static Cell Of(int requests, Exception? error, TimeSpan elapsed) => new(requests, error?.GetType(), (error as SandboxException)?.Outcome, elapsed);

    /// <summary>The text in the table; the time is the longest that the rules allow, because the waits are random.</summary>
    public string Text(TimeSpan longest)
    {
        var time = longest == TimeSpan.Zero ? "" : string.Create(CultureInfo.InvariantCulture, $", {longest.TotalSeconds:0.#} s");
        if (Error is null)
        {
            return $"{Requests}: ok{time}";
        }

        var name = Error.Name["Sandbox".Length..^"Exception".Length];
        return $"{Requests}: {name}{(Outcome == OperationOutcome.Definite ? "" : " **?**")}{time}";
    }
}
