using System.Runtime.CompilerServices;
using Sandbox.Client.Errors.Internal;
using Sandbox.Client.Listing;
using Sandbox.Client.Listing.Internal;

namespace Sandbox.Client.Http.Internal;

internal sealed partial class Transport
{
    /// <summary>Yields the rows of a list as they arrive, page after page, in constant memory.</summary>
    public async IAsyncEnumerable<T> ListAsync<T>(
        ListDefinition<T> list, NamespaceScope? scope, ListOptions? listOptions, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        var run = new ListRun<T>(list, scope, listOptions, this, cancellationToken);
        try
        {
            do
            {
                while (run.Take() is { } row)
                {
                    yield return row;
                }
            }
            while (await run.MoveOnAsync().ConfigureAwait(false));
        }
        finally
        {
            run.Dispose();
        }
    }

    /// <summary>Sends for one page and waits for its first row.</summary>
    public async Task<RowPage<T>> OpenPageAsync<T>(ListDefinition<T> list, NamespaceScope? scope, string? cursor, CancellationToken cancellationToken)
        where T : class
    {
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(SandboxClient));
        using var deadline = Deadline.Start(Options.OperationTimeout, Options.TimeProvider, cancellationToken, isOutlived: true);
        var request = new ListRequestMessage<T>(list, _uris.Create(list.Operation, scope?.Segment ?? "", id: null, cursor), Options);
        HttpResponseMessage? response = null;
        try
        {
            response = await _invoker.SendAsync(request, deadline.Token).ConfigureAwait(false);
            if (!request.HasRead(response))
            {
                await request.ReadAnswerAsync(response, deadline.Token).ConfigureAwait(false);
            }

            return request.ErrorBody is null
                ? new RowPage<T>(request, response, Options, cancellationToken)
                : throw ErrorMapper.Map(list.Operation, response, request.ErrorBody.Bytes, Options);
        }
        catch (Exception error)
        {
            response?.Dispose();
            request.Dispose();
            var failure = Translate(request, error, deadline, cancellationToken);
            if (ReferenceEquals(failure, error))
            {
                throw;
            }

            throw failure;
        }
    }
}
