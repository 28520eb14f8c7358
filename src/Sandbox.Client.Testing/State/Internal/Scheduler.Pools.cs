namespace Sandbox.Client.Testing.State.Internal;

/// <content>Warm containers.</content>
internal sealed partial class Scheduler
{
    /// <summary>Takes a changed definition in: the warm count is adjusted, containers that exist stay as they are (contract section 1.7.1).</summary>
    public void PoolChanged() => UseFreedCapacity();

    public void PoolDeleted(PoolRow pool)
    {
        foreach (var container in pool.Containers.ToArray())
        {
            Release(container);
        }

        UseFreedCapacity();
    }

    /// <summary>Makes missing warm containers and ends surplus ones; a pool that names no count keeps what it has (contract section 3.8).</summary>
    private void Reconcile(PoolRow pool)
    {
        if (pool.Definition.WarmContainers is not { } wanted)
        {
            return;
        }

        var warm = pool.Containers.Where(c => c.Sandbox is null).ToList();
        foreach (var surplus in warm.Skip((int)Math.Min(wanted, int.MaxValue)))
        {
            Release(surplus);
        }

        var specification = pool.Definition.Specification;
        for (var missing = wanted - (long)warm.Count; missing > 0 && !pool.IsAtCapacity; missing--)
        {
            if (_executors.Find(e => e.Fits(specification.Resources)) is not { } executor)
            {
                return;
            }

            Begin(new Container(Identifiers.NewUrlSafe(), specification, executor) { Pool = pool });
        }
    }
}
