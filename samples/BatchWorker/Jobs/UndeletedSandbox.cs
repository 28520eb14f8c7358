namespace BatchWorker.Jobs;

/// <summary>A leased sandbox that could not be deleted, and why.</summary>
internal sealed record UndeletedSandbox(string Id, string Error);
