using System.Collections.Immutable;

namespace BatchWorker.Jobs;

/// <summary>All that is known of a job. It never changes; the <see cref="Ledger"/> holds the newest.</summary>
internal sealed record JobReport
{
    public required int Number { get; init; }

    public JobState State { get; init; }

    /// <summary>How often it was begun.</summary>
    public int Attempts { get; init; }

    /// <summary>What it does now; empty when it does not run.</summary>
    public string Step { get; init; } = "";

    /// <summary>The sandboxes that it leased, one an attempt at most.</summary>
    public ImmutableList<string> Sandboxes { get; init; } = [];

    /// <summary>What went wrong, an attempt each.</summary>
    public ImmutableList<AttemptFailure> Failures { get; init; } = [];

    /// <summary>Leased sandboxes that were not deleted when the job was done with them: the lease stayed open, and the host tried again when it stopped.</summary>
    public ImmutableList<UndeletedSandbox> Undeleted { get; init; } = [];

    /// <summary>The faults that its requests met, with <c>--faults</c>.</summary>
    public ImmutableList<string> Faults { get; init; } = [];

    public int Retries => Math.Max(Attempts - 1, 0);

    /// <summary>Whether a sandbox may have been made that nobody knows.</summary>
    public bool MayHaveMadeUnknownSandbox => Failures.Any(failure => failure.MayHaveMadeUnknownSandbox);

    /// <summary>Whether any sandbox was made, or may have been.</summary>
    public bool MayHaveMadeSandbox => Sandboxes.Count > 0 || MayHaveMadeUnknownSandbox || ReportedSandboxes.Any();

    /// <summary>The sandboxes of which an error said that they could not be deleted. Later tries may have been luckier.</summary>
    public IEnumerable<string> ReportedSandboxes => Failures.Select(failure => failure.LeftBehindId).OfType<string>().Concat(Undeleted.Select(sandbox => sandbox.Id));
}
