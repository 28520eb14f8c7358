using Sandbox.Client.Models;
using Sandbox.Client.Testing.Endpoints.Internal;

namespace Sandbox.Client.Testing;

/// <content>What a test can see and do beside the API.</content>
public sealed partial class SandboxEmulator
{
    /// <summary>
    /// A client of this emulator, without a key, in the namespace <c>default</c>. Each call makes a new one; dispose it when done.
    /// </summary>
    /// <param name="configure">Changes the options before the client is made, such as the namespace. The client's own clock is the real one unless set here: it
    /// is the clock of its time-outs, not that of the sandboxes.</param>
    /// <returns>The client.</returns>
    /// <exception cref="ArgumentException">The options as changed can't be used.</exception>
    public SandboxClient CreateClient(Action<SandboxClientOptions>? configure = null)
    {
        var options = new SandboxClientOptions { Endpoint = Endpoint };
        configure?.Invoke(options);
        return new SandboxClient(options);
    }

    /// <summary>
    /// The sandboxes of all namespaces that have not ended by now, those in no container too; a copy, ordered by namespace and id. A test that asserts that it
    /// is empty finds sandboxes that the code under test left behind.
    /// </summary>
    public IReadOnlyList<LiveSandbox> GetLiveSandboxes()
    {
        lock (_gate)
        {
            _state.Timeline.MoveToNow();
            return
            [
                .. from row in _state.Sandboxes.All
                   where row.IsLive
                   select new LiveSandbox { Namespace = row.Namespace, Id = row.Id, Status = new SandboxStatus(SandboxAnswers.StatusName(row.Status)) },
            ];
        }
    }

    /// <summary>
    /// Adds executors of the size that the options name. Sandboxes that wait for one are placed, the oldest first.
    /// </summary>
    /// <param name="count">How many; zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public void AddExecutors(int count = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        lock (_gate)
        {
            _state.Timeline.MoveToNow();
            _state.Scheduler.AddExecutors(count);
        }
    }

    /// <summary>
    /// Takes all executors away, as when they are told to stop (contract section 3.3): sandboxes on them end at once with <c>Failure(ExecutorRemoved)</c>, or
    /// with no outcome while a snapshot runs, which then fails. Sandboxes without executor stay pending.
    /// </summary>
    public void RemoveExecutors()
    {
        lock (_gate)
        {
            _state.Timeline.MoveToNow();
            _state.Scheduler.RemoveExecutors();
        }
    }
}
