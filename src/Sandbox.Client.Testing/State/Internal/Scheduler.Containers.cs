namespace Sandbox.Client.Testing.State.Internal;

/// <content>The life of a container: started, claimed, ended.</content>
internal sealed partial class Scheduler
{
    /// <summary>Ends a live sandbox and frees what it held.</summary>
    public void Terminate(SandboxRow sandbox, string? outcome, bool keepInMemory = false)
    {
        sandbox.Status = SandboxState.Terminated;
        sandbox.Outcome = outcome;
        sandbox.IsInMemory = keepInMemory;
        if (sandbox.Pool is { } pool)
        {
            pool.LiveSandboxes--;
        }

        if (sandbox.Container is { IsGone: false } container)
        {
            Release(container);
            UseFreedCapacity();
        }
    }

    private void Begin(Container container)
    {
        container.ClockStart = _timeline.Now;
        container.Executor.Add(container);
        container.Pool?.Containers.Add(container);
        _timeline.After(_settings.StartupDelay, () => Started(container));
    }

    private void Started(Container container)
    {
        if (container.IsGone)
        {
            return;
        }

        if (IsUnreachable(container.Specification.Image))
        {
            Failed(container);
            return;
        }

        container.IsRunning = true;
        if (container.Sandbox is { } sandbox)
        {
            Run(sandbox, container);
        }
    }

    /// <summary>
    /// A warm container that fails is not made again before something else changes: doing it at once would never end.
    /// </summary>
    private void Failed(Container container)
    {
        if (container.Sandbox is { } sandbox)
        {
            Terminate(sandbox, Outcomes.StartupFailed);
        }
        else
        {
            Release(container);
        }
    }

    private void Claim(Container container, SandboxRow sandbox)
    {
        container.Sandbox = sandbox;
        container.ClockStart = _timeline.Now;
        sandbox.Container = container;
        sandbox.PendingReason = PendingReasons.WaitingForContainer;
        if (container.IsRunning)
        {
            Run(sandbox, container);
        }

        Reconcile(container.Pool!);
    }

    private void Run(SandboxRow sandbox, Container container)
    {
        sandbox.Status = SandboxState.Running;
        var seconds = sandbox.Specification.TimeoutSeconds;
        if (seconds is > 0 and < (ulong)(long.MaxValue / TimeSpan.TicksPerSecond))
        {
            var passed = _timeline.Now - container.ClockStart; // First what has passed: a long timeout added to now is more than a TimeSpan holds.
            _timeline.After(TimeSpan.FromSeconds((long)seconds) - passed, () => Expired(sandbox));
        }
    }

    /// <summary>While a snapshot runs, the end of the container changes nothing (contract section 10, 18).</summary>
    private void Expired(SandboxRow sandbox)
    {
        if (sandbox.Status == SandboxState.Running)
        {
            Terminate(sandbox, Outcomes.Timeout);
        }
    }

    private static void Release(Container container)
    {
        container.IsGone = true;
        container.IsRunning = false;
        container.Executor.Remove(container);
        container.Pool?.Containers.Remove(container);
    }

    /// <summary>An image from a registry under <c>.invalid</c>, which no resolver knows (RFC 2606), cannot be pulled.</summary>
    private static bool IsUnreachable(string image)
    {
        var registry = image.Split('/', 2)[0].Split(':', 2)[0];
        return image.Contains('/', StringComparison.Ordinal) && registry.EndsWith(".invalid", StringComparison.OrdinalIgnoreCase);
    }
}
