using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Runtime.ExceptionServices;
using Sandbox.Client.Errors;
using Sandbox.Client.Errors.Internal;
using Sandbox.Client.Http.Internal;
using Sandbox.Client.Telemetry.Internal;

namespace Sandbox.Client.Listing.Internal;

/// <summary>One enumeration.</summary>
internal sealed class ListRun<T>(
    ListDefinition<T> list, NamespaceScope? scope, ListOptions? listOptions, Transport transport, CancellationToken cancellationToken) : IDisposable
    where T : class
{
    private readonly OperationTrace _trace = OperationTrace.Start(list.Operation, scope?.Name, transport.Logger);
    private HashSet<string>? _cursors;
    private RowPage<T>? _page;
    private long _index;
    private long _foreignRows;
    private bool _isOver;

    /// <summary>The next row that has come as a whole, can be read, and belongs here; null when <see cref="MoveOnAsync"/> must get more.</summary>
    /// <remarks>Apart from the waiting, because a state machine for every row would cost more than the row.</remarks>
    public T? Take()
    {
        try
        {
            while (_page is not null)
            {
                cancellationToken.ThrowIfCancellationRequested();
                switch (_page.Advance())
                {
                    case RowStep.Row when Read() is { } row:
                        return row;
                    case RowStep.OversizedRow:
                        Unreadable("it is larger than a row may be", cause: null);
                        _index++;
                        break;
                    case RowStep.NeedMore or RowStep.End:
                        return null;
                    default:
                        break;
                }
            }
        }
        catch (Exception error)
        {
            Fail(error);
        }

        return null;
    }

    /// <summary>Waits for more of the list; false at its end.</summary>
    public async ValueTask<bool> MoveOnAsync()
    {
        try
        {
            if (_page is null)
            {
                _page = await transport.OpenPageAsync(list, scope, cursor: null, cancellationToken).ConfigureAwait(false);
            }
            else if (!_page.IsOver)
            {
                await _page.FillAsync().ConfigureAwait(false);
            }
            else if (!await NextPageAsync().ConfigureAwait(false))
            {
                End(failure: null);
                return false;
            }
        }
        catch (Exception error)
        {
            Fail(error);
        }

        return true;
    }

    public void Dispose()
    {
        _page?.Dispose();
        End(failure: null);
    }

    private T? Read()
    {
        var row = _page!.Row;
        if (_page.Problem is { } problem)
        {
            Unreadable(problem.Message, problem);
        }

        _index++;
        if (row is not null && list.NamespaceOf is { } namespaceOf && !string.Equals(namespaceOf(row), scope!.Name, StringComparison.Ordinal))
        {
            // The server lists the rows of `a|z` in `a` (contract section 10).
            _foreignRows++;
            return null;
        }

        return row;
    }

    private void Unreadable(string problem, Exception? cause)
    {
        var failure = new SandboxRowException($"{list.Operation} failed: row {_index} of the list can't be read: {problem}", cause) { Index = _index }
            .Describe(list.Operation, _page!.StatusCode);
        if (listOptions?.OnUnreadableRow is not { } report)
        {
            throw failure;
        }

        Log.RowUnreadable(transport.Logger, list.Operation.Name, _index, problem);
        report(new UnreadableRow(_index, failure));
    }

    private async ValueTask<bool> NextPageAsync()
    {
        var cursor = _page!.NextCursor;
        if (cursor is null)
        {
            return false;
        }

        if (!(_cursors ??= new(StringComparer.Ordinal)).Add(cursor))
        {
            throw new SandboxResponseException($"{list.Operation} failed: the server gave the same cursor twice; the list would never end.")
                .Describe(list.Operation, _page.StatusCode);
        }

        _page.Dispose();
        _page = null;
        _page = await transport.OpenPageAsync(list, scope, cursor, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private Exception Translate(Exception error) => error switch
    {
        OperationCanceledException when _page is { IsIdle: true } => Failures.IdleTimedOut(list.Operation, transport.Options.IdleTimeout, error),
        OperationCanceledException canceled when cancellationToken.IsCancellationRequested && canceled.CancellationToken != cancellationToken =>
            new OperationCanceledException($"{list.Operation} was cancelled.", error, cancellationToken),
        _ => error,
    };

    [DoesNotReturn]
    private void Fail(Exception error)
    {
        var failure = Translate(error);
        if (failure is SandboxException { Attempts: 0 } uncounted)
        {
            _page?.Count(uncounted);
        }

        End(failure);
        ExceptionDispatchInfo.Throw(failure);
    }

    private void End(Exception? failure)
    {
        if (_isOver)
        {
            return;
        }

        _isOver = true;
        if (_foreignRows > 0)
        {
            Log.ForeignRowsDropped(transport.Logger, list.Operation.Name, _foreignRows, scope!.Name);
        }

        if (failure is null)
        {
            _trace.Succeeded((int)HttpStatusCode.OK);
        }
        else
        {
            _trace.Failed(failure);
        }
    }
}
