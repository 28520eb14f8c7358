using BatchWorker.Jobs;
using BatchWorker.Screens;
using Sandbox.Client;
using Sandbox.Client.Errors;
using Sandbox.Client.Models;

namespace BatchWorker.Servers;

/// <summary>
/// Looks for what the batch has left at the server, past all faults, and removes it. Sandboxes may be left only when an error said so: by id, or by a creation
/// whose outcome is unknown. It has a deadline of its own, and is not stopped.
/// </summary>
internal sealed class Leftovers(BatchServer server, Ledger ledger)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    // Nobody else uses the emulator. A real server may have other users, and a sandbox bears no mark of its maker.
    private readonly bool _isAlone = server.Emulator is not null;

    /// <summary>Removes what is left.</summary>
    /// <returns>Whether all that was left was told of, and nothing of it is left now. When the server can't be asked: whether no job has ever made a sandbox.</returns>
    public async Task<bool> RemoveAsync()
    {
        using var deadline = new CancellationTokenSource(Deadline);
        using var client = server.CreateDirectClient();
        try
        {
            return await RemoveAsync(client, deadline.Token);
        }
        catch (Exception error) when (error is SandboxException or OperationCanceledException)
        {
            Screen.Complain($"Could not look for what is left, or could not delete it: {error.Message}");
            return !ledger.Reports.Any(report => report.MayHaveMadeSandbox);
        }
    }

    private async Task<bool> RemoveAsync(SandboxClient client, CancellationToken cancellationToken)
    {
        var reports = ledger.Reports;
        var reported = reports.SelectMany(report => report.ReportedSandboxes).ToHashSet(StringComparer.Ordinal);
        var leased = reports.SelectMany(report => report.Sandboxes).ToHashSet(StringComparer.Ordinal);
        var unknown = reports.Where(report => report.MayHaveMadeUnknownSandbox).Select(report => report.Number).ToList();

        var left = await FindAsync(client, leased, cancellationToken);
        var named = left.Where(reported.Contains).ToList();
        var untold = left.Where(id => leased.Contains(id) && !reported.Contains(id)).ToList();
        var strays = left.Where(id => !leased.Contains(id) && !reported.Contains(id)).ToList();
        Screen.Say($"Sandboxes left, says the {(_isAlone ? "emulator itself" : "server")}: {left.Count}");
        var drained = reports.SelectMany(report => report.Undeleted).Select(sandbox => sandbox.Id).Where(id => !left.Contains(id, StringComparer.Ordinal)).ToHashSet(StringComparer.Ordinal);
        if (drained.Count > 0)
        {
            Screen.Say($"  The host has deleted what jobs could not delete: {drained.Count} ({string.Join(", ", drained)})");
        }

        Tell("An error said that these could not be deleted", named);
        Tell("NO ERROR TOLD OF THESE", untold);
        Tell(unknown.Count == 0 ? "The batch does not know these" : $"Perhaps made by these jobs, whose creation has an unknown outcome: {string.Join(", ", unknown)}", strays);

        var isToldOf = untold.Count == 0 && (!_isAlone || strays.Count <= unknown.Count);
        if (!isToldOf)
        {
            Screen.Complain("Sandboxes are left that no error told of.");
        }

        var mine = named.Concat(untold).Concat(_isAlone ? strays : []).ToList();
        return await DeleteAsync(client, mine, cancellationToken) && isToldOf;
    }

    private async Task<bool> DeleteAsync(SandboxClient client, List<string> mine, CancellationToken cancellationToken)
    {
        if (mine.Count > 0)
        {
            Screen.Say("They are deleted now: who is told that a sandbox may be left has to look for it.");
        }

        foreach (var id in mine)
        {
            await client.DeleteAsync(id, cancellationToken);
        }

        var left = await FindAsync(client, mine, cancellationToken);
        var count = _isAlone ? left.Count : left.Count(mine.Contains);
        Screen.Say(count > 0 ? $"Sandboxes still left: {count}" : _isAlone ? "Nothing is left." : "Nothing is left that the batch knows of.");
        return count == 0;
    }

    private static void Tell(string what, List<string> ids)
    {
        if (ids.Count > 0)
        {
            Screen.Say($"  {what}: {ids.Count} ({string.Join(", ", ids)})");
        }
    }

    /// <summary>All that has not ended. A real server ends sandboxes a little after it accepted their deletion: that is waited for.</summary>
    private async Task<IReadOnlyList<string>> FindAsync(SandboxClient client, IReadOnlyCollection<string> deleted, CancellationToken cancellationToken)
    {
        if (server.Emulator is { } emulator)
        {
            return [.. emulator.GetLiveSandboxes().Select(sandbox => sandbox.Id)];
        }

        for (var patience = Deadline / 3; ; patience -= Interval)
        {
            var left = new List<string>();
            await foreach (var sandbox in client.ListAsync(cancellationToken: cancellationToken))
            {
                if (sandbox.Status != SandboxStatus.Terminated)
                {
                    left.Add(sandbox.Id);
                }
            }

            if (patience <= TimeSpan.Zero || !left.Exists(deleted.Contains))
            {
                return left;
            }

            await Task.Delay(Interval, cancellationToken);
        }
    }
}
