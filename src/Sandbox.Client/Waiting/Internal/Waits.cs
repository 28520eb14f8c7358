using Sandbox.Client.Errors;
using Sandbox.Client.Http.Internal;

namespace Sandbox.Client.Waiting.Internal;

/// <summary>All who wait for things of one kind. Who waits for the same thing shares its looks.</summary>
internal sealed class Waits<T>(WatchSettings settings, Func<NamespaceScope, string, CancellationToken, Task<T?>> look)
    where T : class
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Namespace, string Id), Watch<T>> _watches = [];

    /// <summary>Waits until the thing is what is wanted.</summary>
    public async Task<T> WaitAsync(
        NamespaceScope scope, string id, WaitTarget<T> target, TimeSpan timeout, IProgress<T>? progress, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var deadline = Deadline.Start(timeout, settings.TimeProvider, cancellationToken);
        var started = settings.TimeProvider.GetTimestamp();
        var looks = 0;
        T? last = null;
        Exception? lastFailure = null;
        var (watch, next) = Join(scope, id);
        try
        {
            while (true)
            {
                var seen = await next.WaitAsync(deadline.Token).ConfigureAwait(false);
                next = seen.Next;
                looks++;
                lastFailure = seen.Failure;
                if (lastFailure is SandboxException { IsTransient: true })
                {
                    // A look that failed says nothing about the thing, and the next one is its repetition.
                    continue;
                }

                if (lastFailure is not null)
                {
                    // Others who wait are told the same.
                    throw lastFailure is SandboxException shared ? Counted(shared.Copy()) : lastFailure;
                }

                var record = seen.Record ?? throw Counted(target.Gone());
                if (last is null || !target.LooksLike(record, last))
                {
                    progress?.Report(record);
                }

                last = record;
                if (target.IsReached(record))
                {
                    return record;
                }

                if (target.Ended(record) is { } ended)
                {
                    throw Counted(ended);
                }
            }
        }
        catch (OperationCanceledException error) when (deadline.IsOver && error.CancellationToken == deadline.Token)
        {
            throw Counted(target.TimedOut(timeout, last, lastFailure));
        }
        catch (OperationCanceledException error) when (cancellationToken.IsCancellationRequested && error.CancellationToken != cancellationToken)
        {
            throw new OperationCanceledException("The wait was cancelled.", error, cancellationToken);
        }
        finally
        {
            Leave(watch, scope, id);
        }

        SandboxException Counted(SandboxException failure)
        {
            failure.Count(looks, settings.TimeProvider.GetElapsedTime(started));
            return failure;
        }
    }

    private (Watch<T> Watch, Task<Observation<T>> Next) Join(NamespaceScope scope, string id)
    {
        lock (_lock)
        {
            if (!_watches.TryGetValue((scope.Name, id), out var watch))
            {
                watch = new Watch<T>(settings, stop => look(scope, id, stop));
                _watches.Add((scope.Name, id), watch);
            }

            return (watch, watch.Join());
        }
    }

    private void Leave(Watch<T> watch, NamespaceScope scope, string id)
    {
        lock (_lock)
        {
            if (!watch.Leave())
            {
                return;
            }

            _watches.Remove((scope.Name, id));
        }

        watch.Dispose();
    }
}
